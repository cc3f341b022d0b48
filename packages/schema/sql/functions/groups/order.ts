import type { SqlObject } from '../../sql-object.js';
import attachedRowsProblem from './_attached_rows_problem.sql';
import bringBack from './_bring_back.sql';
import changesSince from './_changes_since.sql';
import columnShape from './_column_shape.sql';
import currentRowLog from './_current_row_log.sql';
import dropNet from './_drop_net.sql';
import gatherNet from './_gather_net.sql';
import groupForeignKeys from './_group_foreign_keys.sql';
import groupId from './_group_id.sql';
import groupLogs from './_group_logs.sql';
import groupMark from './_group_mark.sql';
import groupTables from './_group_tables.sql';
import hasChildren from './_has_children.sql';
import hasRecords from './_has_records.sql';
import inexact from './_inexact.sql';
import keyMatches from './_key_matches.sql';
import lastGid from './_last_gid.sql';
import literal from './_literal.sql';
import lockGroup from './_lock_group.sql';
import lockPatience from './_lock_patience.sql';
import loggedImages from './_logged_images.sql';
import loggedList from './_logged_list.sql';
import loggedRow from './_logged_row.sql';
import markRange from './_mark_range.sql';
import matchKey from './_match_key.sql';
import netKey from './_net_key.sql';
import netQuery from './_net_query.sql';
import netTable from './_net_table.sql';
import outsideProblem from './_outside_problem.sql';
import ownedSequences from './_owned_sequences.sql';
import planRollback from './_plan_rollback.sql';
import redoRows from './_redo_rows.sql';
import refuse from './_refuse.sql';
import refuseProtected from './_refuse_protected.sql';
import refuseTimeTravel from './_refuse_time_travel.sql';
import remainingImages from './_remaining_images.sql';
import rollbackRefusals from './_rollback_refusals.sql';
import rowColumns from './_row_columns.sql';
import rowCounts from './_row_counts.sql';
import rowImage from './_row_image.sql';
import rowsThen from './_rows_then.sql';
import scriptQuery from './_script_query.sql';
import sequenceScript from './_sequence_script.sql';
import setSequences from './_set_sequences.sql';
import standstill from './_standstill.sql';
import tablesByDepth from './_tables_by_depth.sql';
import timeTravel from './_time_travel.sql';
import timedName from './_timed_name.sql';
import undoRows from './_undo_rows.sql';
import uniqueColumns from './_unique_columns.sql';
import wayBack from './_way_back.sql';
import writeMark from './_write_mark.sql';
import assign from './assign.sql';
import changesSql from './changes_sql.sql';
import createGroup from './create_group.sql';
import deleteMark from './delete_mark.sql';
import deleteMarksBefore from './delete_marks_before.sql';
import dropGroup from './drop_group.sql';
import estimateStats from './estimate_stats.sql';
import groupsView from './groups.sql';
import markView from './mark.sql';
import protectMark from './protect_mark.sql';
import renameMark from './rename_mark.sql';
import rollbackGroup from './rollback_group.sql';
import rollbackPlan from './rollback_plan.sql';
import setMark from './set_mark.sql';
import stats from './stats.sql';
import statsByRole from './stats_by_role.sql';
import tableAt from './table_at.sql';
import tableAtTime from './table_at_time.sql';
import unassign from './unassign.sql';
import unprotectMark from './unprotect_mark.sql';

/** Groups of tables: marks, statistics, rollback: each object after what it needs. */
export const groupsFunctions: readonly SqlObject[] = [
  // What a group's table looks like
  { name: '_current_row_log', sql: currentRowLog },
  { name: '_last_gid', sql: lastGid },
  { name: '_row_columns', sql: rowColumns },
  { name: '_row_image', sql: rowImage },
  { name: '_column_shape', sql: columnShape },
  { name: '_has_children', sql: hasChildren },
  { name: '_has_records', sql: hasRecords },
  { name: '_owned_sequences', sql: ownedSequences },
  { name: '_match_key', sql: matchKey },
  { name: '_key_matches', sql: keyMatches },
  { name: '_row_counts', sql: rowCounts },
  // Groups and marks
  { name: '_group_id', sql: groupId },
  { name: '_group_tables', sql: groupTables },
  { name: '_group_mark', sql: groupMark },
  { name: '_refuse_protected', sql: refuseProtected },
  { name: '_lock_patience', sql: lockPatience },
  { name: '_lock_group', sql: lockGroup },
  { name: '_timed_name', sql: timedName },
  { name: '_write_mark', sql: writeMark },
  { name: 'create_group', sql: createGroup },
  { name: 'drop_group', sql: dropGroup },
  { name: 'assign', sql: assign },
  { name: 'unassign', sql: unassign },
  { name: 'set_mark', sql: setMark },
  { name: 'rename_mark', sql: renameMark },
  { name: 'delete_mark', sql: deleteMark },
  { name: 'delete_marks_before', sql: deleteMarksBefore },
  { name: 'protect_mark', sql: protectMark },
  { name: 'unprotect_mark', sql: unprotectMark },
  { name: 'groups', sql: groupsView },
  { name: 'mark', sql: markView },
  // Statistics
  { name: '_mark_range', sql: markRange },
  { name: '_group_logs', sql: groupLogs },
  { name: 'stats', sql: stats },
  { name: 'stats_by_role', sql: statsByRole },
  { name: 'estimate_stats', sql: estimateStats },
  // What is different from then
  { name: '_changes_since', sql: changesSince },
  { name: '_net_key', sql: netKey },
  { name: '_logged_images', sql: loggedImages },
  { name: '_net_query', sql: netQuery },
  { name: '_logged_row', sql: loggedRow },
  { name: '_inexact', sql: inexact },
  // Rollback
  { name: '_group_foreign_keys', sql: groupForeignKeys },
  { name: '_unique_columns', sql: uniqueColumns },
  { name: '_logged_list', sql: loggedList },
  { name: '_way_back', sql: wayBack },
  { name: '_net_table', sql: netTable },
  { name: '_drop_net', sql: dropNet },
  { name: '_gather_net', sql: gatherNet },
  { name: '_remaining_images', sql: remainingImages },
  { name: '_undo_rows', sql: undoRows },
  { name: '_redo_rows', sql: redoRows },
  { name: '_refuse', sql: refuse },
  { name: '_rollback_refusals', sql: rollbackRefusals },
  { name: '_attached_rows_problem', sql: attachedRowsProblem },
  { name: '_outside_problem', sql: outsideProblem },
  { name: '_plan_rollback', sql: planRollback },
  { name: 'rollback_plan', sql: rollbackPlan },
  { name: '_standstill', sql: standstill },
  { name: '_tables_by_depth', sql: tablesByDepth },
  { name: '_bring_back', sql: bringBack },
  { name: '_set_sequences', sql: setSequences },
  { name: 'rollback_group', sql: rollbackGroup },
  // Scripts and time travel
  { name: '_literal', sql: literal },
  { name: '_script_query', sql: scriptQuery },
  { name: '_sequence_script', sql: sequenceScript },
  { name: 'changes_sql', sql: changesSql },
  { name: '_rows_then', sql: rowsThen },
  { name: '_refuse_time_travel', sql: refuseTimeTravel },
  { name: '_time_travel', sql: timeTravel },
  { name: 'table_at', sql: tableAt },
  { name: 'table_at_time', sql: tableAtTime },
];
