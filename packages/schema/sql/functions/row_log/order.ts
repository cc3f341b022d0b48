import type { SqlObject } from '../../sql-object.js';
import captureTruncatedRows from './_capture_truncated_rows.sql';
import checkLogClause from './_check_log_clause.sql';
import commentLogTable from './_comment_log_table.sql';
import followLogColumns from './_follow_log_columns.sql';
import followLogName from './_follow_log_name.sql';
import followRowLog from './_follow_row_log.sql';
import freeLogColumn from './_free_log_column.sql';
import isLastingType from './_is_lasting_type.sql';
import isRowLogStale from './_is_row_log_stale.sql';
import logColumnType from './_log_column_type.sql';
import loggedChanges from './_logged_changes.sql';
import makeLogSchema from './_make_log_schema.sql';
import onLogDrop from './_on_log_drop.sql';
import onParam from './_on_param.sql';
import releaseLogColumn from './_release_log_column.sql';
import retypeLogColumn from './_retype_log_column.sql';
import rowLogBody from './_row_log_body.sql';
import rowLogColumns from './_row_log_columns.sql';
import rowLogMayRefuse from './_row_log_may_refuse.sql';
import rowLogName from './_row_log_name.sql';
import rowLogProblems from './_row_log_problems.sql';
import rowLogRefusesNulls from './_row_log_refuses_nulls.sql';
import rowLogShape from './_row_log_shape.sql';
import rowLogStatements from './_row_log_statements.sql';
import rowLogTechnical from './_row_log_technical.sql';
import rowLogType from './_row_log_type.sql';
import setAsideLogColumn from './_set_aside_log_column.sql';
import setAsideLogTable from './_set_aside_log_table.sql';
import startRowLog from './_start_row_log.sql';
import stopRowLog from './_stop_row_log.sql';
import suffixed from './_suffixed.sql';
import syncRowLog from './_sync_row_log.sql';
import warnOfRowLog from './_warn_of_row_log.sql';
import changesLog from './changes_log.sql';
import rebuildRowLog from './rebuild_row_log.sql';

/** Typed log tables: each object after what it needs. */
export const rowLogFunctions: readonly SqlObject[] = [
  { name: '_suffixed', sql: suffixed },
  { name: '_row_log_technical', sql: rowLogTechnical },
  { name: '_row_log_type', sql: rowLogType },
  { name: '_log_column_type', sql: logColumnType },
  { name: '_row_log_name', sql: rowLogName },
  { name: '_row_log_columns', sql: rowLogColumns },
  { name: '_row_log_shape', sql: rowLogShape },
  { name: '_row_log_statements', sql: rowLogStatements },
  { name: '_warn_of_row_log', sql: warnOfRowLog },
  { name: '_row_log_refuses_nulls', sql: rowLogRefusesNulls },
  { name: '_row_log_may_refuse', sql: rowLogMayRefuse },
  { name: '_row_log_body', sql: rowLogBody },
  { name: '_make_log_schema', sql: makeLogSchema },
  { name: '_set_aside_log_table', sql: setAsideLogTable },
  { name: '_comment_log_table', sql: commentLogTable },
  { name: '_is_lasting_type', sql: isLastingType },
  { name: '_free_log_column', sql: freeLogColumn },
  { name: '_release_log_column', sql: releaseLogColumn },
  { name: '_set_aside_log_column', sql: setAsideLogColumn },
  { name: '_retype_log_column', sql: retypeLogColumn },
  { name: '_follow_log_name', sql: followLogName },
  { name: '_follow_log_columns', sql: followLogColumns },
  { name: '_sync_row_log', sql: syncRowLog },
  { name: '_is_row_log_stale', sql: isRowLogStale },
  { name: '_follow_row_log', sql: followRowLog },
  { name: '_on_log_drop', sql: onLogDrop },
  { name: '_start_row_log', sql: startRowLog },
  { name: '_stop_row_log', sql: stopRowLog },
  { name: '_capture_truncated_rows', sql: captureTruncatedRows },
  { name: '_check_log_clause', sql: checkLogClause },
  { name: '_on_param', sql: onParam },
  { name: '_row_log_problems', sql: rowLogProblems },
  { name: 'rebuild_row_log', sql: rebuildRowLog },
  { name: '_logged_changes', sql: loggedChanges },
  { name: 'changes_log', sql: changesLog },
];
