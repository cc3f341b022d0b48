import type pg from 'pg';

interface LogRecord {
  action: 'I' | 'U' | 'D' | 'T';
  data_id: string | null;
  raw_data: string | null;
  members: [name: string, before: string, after: string][] | null;
}

/**
 * The rows of a table as the log says they are: each record applied in its order to the rows that were there at the
 * start. A row is the JSON texts of its columns; its key is the first column.
 *
 * The order is that of `id`. It is the order of capture, not of commit, but a row that a transaction has changed is
 * locked until it ends, so what stands in the log of one row stands in the order in which it came about. One
 * statement may shift keys through each other, so its old keys are all taken away before its new ones are put.
 */
export async function replayed(
  client: pg.Client,
  table: string,
  key: string,
  start: ReadonlyMap<string, Record<string, string>>,
): Promise<Map<string, Record<string, string>>> {
  const rows = new Map([...start].map(([id, row]) => [id, { ...row }]));
  const { rows: statements } = await client.query<{ records: LogRecord[] }>(
    `select json_agg(json_build_object(
       'action', action, 'data_id', data_id,
       'raw_data', (select json_object_agg(e.key, e.value::text) from jsonb_each(raw_data) as e),
       'members', (
         select json_agg(json_build_array(e.key, split_part(e.value, ' -> ', 1), split_part(e.value, ' -> ', 2)))
         from jsonb_each_text(diff) as e where e.key <> 'diffType')) order by id) as records
     from audit.data_op_log where table_name = $1
     group by statement_id order by min(id)`,
    [table],
  );
  for (const { records } of statements) applyStatement(rows, records, key);
  return rows;
}

function applyStatement(
  rows: Map<string, Record<string, string>>,
  records: LogRecord[],
  key: string,
): void {
  const arriving: [string, Record<string, string>][] = [];
  for (const record of records) {
    const id = record.data_id ?? '';
    if (record.action === 'T') rows.clear();
    else if (record.action === 'I')
      arriving.push([id, { ...(record.raw_data as never as object) }]);
    else if (record.action === 'D') {
      expectSame(rows.get(id), record.raw_data as never, `delete of ${id}`);
      rows.delete(id);
    } else {
      const members = record.members ?? [];
      const oldId = members.find(([name]) => name === key)?.[1] ?? id;
      const row = rows.get(oldId);
      if (row === undefined) throw new Error(`an update of ${oldId}, which is not there`);
      for (const [name, before, after] of members) {
        if (row[name] !== before) {
          throw new Error(
            `${oldId}.${name} is ${row[name]}, but the log says that it was ${before}`,
          );
        }
        row[name] = after;
      }
      rows.delete(oldId);
      arriving.push([id, row]);
    }
  }
  for (const [id, row] of arriving) {
    if (rows.has(id)) throw new Error(`${id} is there already`);
    rows.set(id, row);
  }
}

function expectSame(row: object | undefined, logged: object, what: string): void {
  const text = (value: object | undefined) =>
    JSON.stringify(value && Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (text(row) !== text(logged))
    throw new Error(`${what}: ${text(logged)} in the log, ${text(row)} by the replay`);
}

/** The rows of a table as they are, in the same form. */
export async function actualRows(
  client: pg.Client,
  table: string,
  key: string,
): Promise<Map<string, Record<string, string>>> {
  const { rows } = await client.query<{ id: string; row: Record<string, string> }>(
    `select ${key}::text as id,
            (select json_object_agg(e.key, e.value::text) from jsonb_each(to_jsonb(whole.*)) as e) as row
     from ${table} as whole`,
  );
  return new Map(rows.map(({ id, row }) => [id, row]));
}
