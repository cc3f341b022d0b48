import type { ClientBase, Pool, QueryResult } from 'pg';

/** Several results where the text held several statements, which node-postgres' types don't know. */
type Results = QueryResult | QueryResult[];

/** Sends `text` and returns the rows of the last statement that returned any. */
export async function runQuery(
  connection: ClientBase | Pool,
  text: string,
  params?: readonly unknown[],
): Promise<{ rows: Record<string, unknown>[] }> {
  const results: Results = await connection.query(text, params && [...params]);
  if (!Array.isArray(results)) return { rows: results.rows };
  return { rows: results.findLast((result) => result.rows.length > 0)?.rows ?? [] };
}
