import type { SqlObject } from '../../sql-object.js';
import captureTruncatedRows from './_capture_truncated_rows.sql';
import makeLogSchema from './_make_log_schema.sql';
import rowLogBody from './_row_log_body.sql';
import rowLogColumns from './_row_log_columns.sql';
import rowLogName from './_row_log_name.sql';
import rowLogStatements from './_row_log_statements.sql';
import rowLogType from './_row_log_type.sql';
import rowLogValues from './_row_log_values.sql';
import setAsideLogTable from './_set_aside_log_table.sql';
import startRowLog from './_start_row_log.sql';
import stopRowLog from './_stop_row_log.sql';
import suffixed from './_suffixed.sql';

/** Typed log tables: each object after what it needs. */
export const rowLogFunctions: readonly SqlObject[] = [
  { name: '_suffixed', sql: suffixed },
  { name: '_row_log_type', sql: rowLogType },
  { name: '_row_log_name', sql: rowLogName },
  { name: '_row_log_columns', sql: rowLogColumns },
  { name: '_row_log_values', sql: rowLogValues },
  { name: '_row_log_statements', sql: rowLogStatements },
  { name: '_row_log_body', sql: rowLogBody },
  { name: '_make_log_schema', sql: makeLogSchema },
  { name: '_set_aside_log_table', sql: setAsideLogTable },
  { name: '_start_row_log', sql: startRowLog },
  { name: '_stop_row_log', sql: stopRowLog },
  { name: '_capture_truncated_rows', sql: captureTruncatedRows },
];
