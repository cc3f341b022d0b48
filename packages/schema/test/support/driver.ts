import type pg from 'pg';
import type { SqlDriver, SqlSession } from '../../src/index.js';

/** The package's driver over one connection. */
export function driverOver(client: pg.Client): SqlDriver {
  const session: SqlSession = {
    async query<Row>(text: string, params?: readonly unknown[]) {
      const result: pg.QueryResult | pg.QueryResult[] = await client.query(
        text,
        params === undefined ? undefined : [...params],
      );
      const last = Array.isArray(result) ? result.at(-1) : result;
      return { rows: (last?.rows ?? []) as Row[] };
    },
  };
  return {
    ...session,
    async transaction(work) {
      await client.query('begin');
      try {
        const value = await work(session);
        await client.query('commit');
        return value;
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    },
  };
}
