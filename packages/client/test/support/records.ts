import { type AuditDriver, parseJson, stringifyJson } from '../../src/index.js';

/** Columns of a record of the log, as text; what is left out gets a value that no test looks at. */
export type Record = { [column: string]: string | null };

const defaults: Record = {
  schema_name: 'shop',
  table_name: 'orders',
  data_id: '1',
  relid: '1',
  role_name: 'app',
  action_tstamp_tx: '2026-05-01T08:00:00Z',
  action_tstamp_stm: '2026-05-01T08:00:00Z',
  action_tstamp_clk: '2026-05-01T08:00:00Z',
  action: 'U',
  statement_only: 'false',
};

/** Writes records as the capture functions would, which lets a test choose times and odd values. */
export async function writeRecords(driver: AuditDriver, records: Record[]): Promise<void> {
  const rows = records.map((record) => ({ ...defaults, ...record }));
  const columns = [...new Set(rows.flatMap(Object.keys))];
  await driver.query(
    `insert into audit.data_op_log (${columns})
     select ${columns} from jsonb_populate_recordset(null::audit.data_op_log, $1::text::jsonb)`,
    [stringifyJson(rows.map((row) => withJson(row)))],
  );
}

/** JSON columns are given as JSON text. */
function withJson(row: Record) {
  const json = ['op_meta', 'raw_data', 'diff', 'json_diff'];
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      json.includes(name) && value !== null ? parseJson(value) : value,
    ]),
  );
}
