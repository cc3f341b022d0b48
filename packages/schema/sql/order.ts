import plv8Diff from '../src/generated/plv8_diff.sql';
import abridged from './functions/_abridged.sql';
import addLogPartition from './functions/_add_log_partition.sql';
import armEventTriggers from './functions/_arm_event_triggers.sql';
import attachTriggers from './functions/_attach_triggers.sql';
import baseType from './functions/_base_type.sql';
import buildCapture from './functions/_build_capture.sql';
import buildCaptures from './functions/_build_captures.sql';
import caller from './functions/_caller.sql';
import captureAgnostic from './functions/_capture_agnostic.sql';
import captureAgnosticRow from './functions/_capture_agnostic_row.sql';
import captureDefinition from './functions/_capture_definition.sql';
import captureFunction from './functions/_capture_function.sql';
import captureName from './functions/_capture_name.sql';
import captureSettings from './functions/_capture_settings.sql';
import captureTruncate from './functions/_capture_truncate.sql';
import capturedDescendants from './functions/_captured_descendants.sql';
import change from './functions/_change.sql';
import changedBody from './functions/_changed_body.sql';
import changedMember from './functions/_changed_member.sql';
import changedMembers from './functions/_changed_members.sql';
import checkColumns from './functions/_check_columns.sql';
import checkJsonColumns from './functions/_check_json_columns.sql';
import checkTable from './functions/_check_table.sql';
import checksShape from './functions/_checks_shape.sql';
import columnBareText from './functions/_column_bare_text.sql';
import columnChange from './functions/_column_change.sql';
import columnChanged from './functions/_column_changed.sql';
import columnDiff from './functions/_column_diff.sql';
import columnJsonText from './functions/_column_json_text.sql';
import columnList from './functions/_column_list.sql';
import columnNames from './functions/_column_names.sql';
import columnValue from './functions/_column_value.sql';
import columns from './functions/_columns.sql';
import compareItems from './functions/_compare_items.sql';
import contextField from './functions/_context_field.sql';
import contextFields from './functions/_context_fields.sql';
import declaredColumns from './functions/_declared_columns.sql';
import descendants from './functions/_descendants.sql';
import detachTriggers from './functions/_detach_triggers.sql';
import diffArray from './functions/_diff_array.sql';
import diffObject from './functions/_diff_object.sql';
import diffObjectArray from './functions/_diff_object_array.sql';
import diffOther from './functions/_diff_other.sql';
import dropTouch from './functions/_drop_touch.sql';
import fieldNames from './functions/_field_names.sql';
import finishInstall from './functions/_finish_install.sql';
import fitDataId from './functions/_fit_data_id.sql';
import followRenames from './functions/_follow_renames.sql';
import followsDdl from './functions/_follows_ddl.sql';
import hasChanged from './functions/_has_changed.sql';
import inlineDiff from './functions/_inline_diff.sql';
import isTrustedType from './functions/_is_trusted_type.sql';
import jsonEngine from './functions/_json_engine.sql';
import keyText from './functions/_key_text.sql';
import logInsert from './functions/_log_insert.sql';
import maskedPattern from './functions/_masked_pattern.sql';
import mayRecordQuery from './functions/_may_record_query.sql';
import nameRanges from './functions/_name_ranges.sql';
import noteRenames from './functions/_note_renames.sql';
import noteRootStatement from './functions/_note_root_statement.sql';
import noteTruncate from './functions/_note_truncate.sql';
import onDdl from './functions/_on_ddl.sql';
import onDrop from './functions/_on_drop.sql';
import opMeta from './functions/_op_meta.sql';
import outputJsonb from './functions/_output_jsonb.sql';
import pendingColumnRenames from './functions/_pending_column_renames.sql';
import pendingTableRenames from './functions/_pending_table_renames.sql';
import pinSettings from './functions/_pin_settings.sql';
import primaryKey from './functions/_primary_key.sql';
import protectLogTable from './functions/_protect_log_table.sql';
import queryExpression from './functions/_query_expression.sql';
import queryText from './functions/_query_text.sql';
import readContext from './functions/_read_context.sql';
import refuseForeignPart from './functions/_refuse_foreign_part.sql';
import refuseLogChange from './functions/_refuse_log_change.sql';
import releaseDetached from './functions/_release_detached.sql';
import relidExpression from './functions/_relid_expression.sql';
import renamed from './functions/_renamed.sql';
import renamedIn from './functions/_renamed_in.sql';
import renewQueryChecks from './functions/_renew_query_checks.sql';
import rowChanges from './functions/_row_changes.sql';
import rowJson from './functions/_row_json.sql';
import rowKey from './functions/_row_key.sql';
import rowModified from './functions/_row_modified.sql';
import safeJsonb from './functions/_safe_jsonb.sql';
import shape from './functions/_shape.sql';
import stopTracking from './functions/_stop_tracking.sql';
import syncTable from './functions/_sync_table.sql';
import tableNames from './functions/_table_names.sql';
import tempOpMeta from './functions/_temp_op_meta.sql';
import touchFunction from './functions/_touch_function.sql';
import trackingProblems from './functions/_tracking_problems.sql';
import triggerOwners from './functions/_trigger_owners.sql';
import triggersOf from './functions/_triggers_of.sql';
import tryNoteRenames from './functions/_try_note_renames.sql';
import updateBody from './functions/_update_body.sql';
import updateStatements from './functions/_update_statements.sql';
import valueClass from './functions/_value_class.sql';
import wantedTriggers from './functions/_wanted_triggers.sql';
import watchedTable from './functions/_watched_table.sql';
import { exportsFunctions } from './functions/exports/order.js';
import { fieldHistoryFunctions } from './functions/field_history/order.js';
import fieldNamesOf from './functions/field_names_of.sql';
import { groupsFunctions } from './functions/groups/order.js';
import namesOf from './functions/names_of.sql';
import captureAgnosticSettings from './functions/plv8/_capture_agnostic_settings.sql';
import plv8Start from './functions/plv8/_plv8_start.sql';
import { readersFunctions } from './functions/readers/order.js';
import { retentionFunctions } from './functions/retention/order.js';
import { rowLogFunctions } from './functions/row_log/order.js';
import setContext from './functions/set_context.sql';
import track from './functions/track.sql';
import tracked from './functions/tracked.sql';
import untrack from './functions/untrack.sql';
import logMigration from './migrations/0001_log.sql';
import trackedTableMigration from './migrations/0002_tracked_table.sql';
import paramMigration from './migrations/0003_param.sql';
import renameMigration from './migrations/0004_rename.sql';
import captureContextMigration from './migrations/0005_capture_context.sql';
import statementNotesMigration from './migrations/0006_statement_notes.sql';
import exportMigration from './migrations/0007_export.sql';
import readerMigration from './migrations/0008_reader.sql';
import rowLogMigration from './migrations/0009_row_log.sql';
import groupMigration from './migrations/0010_group.sql';
import type { Migration, SqlObject } from './sql-object.js';

/** State: run once each, in order. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'log', sql: logMigration },
  { version: 2, name: 'tracked_table', sql: trackedTableMigration },
  { version: 3, name: 'param', sql: paramMigration },
  { version: 4, name: 'rename', sql: renameMigration },
  { version: 5, name: 'capture_context', sql: captureContextMigration },
  { version: 6, name: 'statement_notes', sql: statementNotesMigration },
  { version: 7, name: 'export', sql: exportMigration },
  { version: 8, name: 'reader', sql: readerMigration },
  { version: 9, name: 'row_log', sql: rowLogMigration },
  { version: 10, name: 'group', sql: groupMigration },
];

/** Behaviour: reapplied whole on each install, each after what it needs. */
export const functions: readonly SqlObject[] = [
  // Values: how a column is compared and written
  { name: '_base_type', sql: baseType },
  { name: '_value_class', sql: valueClass },
  { name: '_column_value', sql: columnValue },
  { name: '_column_json_text', sql: columnJsonText },
  { name: '_column_bare_text', sql: columnBareText },
  { name: '_column_changed', sql: columnChanged },
  { name: '_fit_data_id', sql: fitDataId },
  { name: '_is_trusted_type', sql: isTrustedType },
  { name: '_output_jsonb', sql: outputJsonb },
  { name: '_safe_jsonb', sql: safeJsonb },
  // What a table looks like
  { name: '_descendants', sql: descendants },
  { name: '_captured_descendants', sql: capturedDescendants },
  { name: '_shape', sql: shape },
  { name: '_primary_key', sql: primaryKey },
  { name: '_column_names', sql: columnNames },
  { name: '_column_list', sql: columnList },
  { name: '_follows_ddl', sql: followsDdl },
  { name: '_checks_shape', sql: checksShape },
  // Context
  { name: '_op_meta', sql: opMeta },
  { name: '_temp_op_meta', sql: tempOpMeta },
  { name: '_query_text', sql: queryText },
  { name: '_masked_pattern', sql: maskedPattern },
  { name: '_may_record_query', sql: mayRecordQuery },
  { name: '_query_expression', sql: queryExpression },
  { name: '_context_field', sql: contextField },
  { name: '_context_fields', sql: contextFields },
  // JSON diffs
  { name: '_abridged', sql: abridged },
  { name: '_change', sql: change },
  { name: '_changed_member', sql: changedMember },
  { name: '_changed_members', sql: changedMembers },
  { name: '_compare_items', sql: compareItems },
  { name: '_key_text', sql: keyText },
  { name: '_diff_other', sql: diffOther },
  { name: '_diff_object', sql: diffObject },
  { name: '_diff_array', sql: diffArray },
  { name: '_diff_object_array', sql: diffObjectArray },
  { name: '_inline_diff', sql: inlineDiff },
  { name: '_json_engine', sql: jsonEngine },
  // The generator of capture functions
  { name: '_declared_columns', sql: declaredColumns },
  { name: '_columns', sql: columns },
  { name: '_capture_settings', sql: captureSettings },
  { name: '_capture_name', sql: captureName },
  { name: '_row_key', sql: rowKey },
  { name: '_row_json', sql: rowJson },
  { name: '_row_modified', sql: rowModified },
  { name: '_relid_expression', sql: relidExpression },
  { name: '_column_change', sql: columnChange },
  { name: '_column_diff', sql: columnDiff },
  { name: '_row_changes', sql: rowChanges },
  { name: '_log_insert', sql: logInsert },
  { name: '_update_statements', sql: updateStatements },
  { name: '_update_body', sql: updateBody },
  { name: '_pin_settings', sql: pinSettings },
  { name: '_watched_table', sql: watchedTable },
  { name: '_has_changed', sql: hasChanged },
  { name: '_changed_body', sql: changedBody },
  { name: '_capture_function', sql: captureFunction },
  { name: '_capture_definition', sql: captureDefinition },
  { name: '_touch_function', sql: touchFunction },
  { name: '_renamed', sql: renamed },
  { name: '_follow_renames', sql: followRenames },
  { name: '_pending_table_renames', sql: pendingTableRenames },
  { name: '_pending_column_renames', sql: pendingColumnRenames },
  { name: '_note_renames', sql: noteRenames },
  { name: '_try_note_renames', sql: tryNoteRenames },
  { name: '_build_capture', sql: buildCapture },
  { name: '_build_captures', sql: buildCaptures },
  // Triggers
  { name: '_read_context', sql: readContext },
  { name: '_note_truncate', sql: noteTruncate },
  { name: '_capture_truncate', sql: captureTruncate },
  { name: '_caller', sql: caller },
  { name: '_capture_agnostic', sql: captureAgnostic },
  { name: '_capture_agnostic_row', sql: captureAgnosticRow },
  { name: '_note_root_statement', sql: noteRootStatement },
  { name: '_wanted_triggers', sql: wantedTriggers },
  { name: '_triggers_of', sql: triggersOf },
  { name: '_release_detached', sql: releaseDetached },
  { name: '_attach_triggers', sql: attachTriggers },
  { name: '_trigger_owners', sql: triggerOwners },
  { name: '_detach_triggers', sql: detachTriggers },
  { name: '_drop_touch', sql: dropTouch },
  { name: '_stop_tracking', sql: stopTracking },
  ...rowLogFunctions,
  // Declarations
  { name: '_refuse_foreign_part', sql: refuseForeignPart },
  { name: '_check_table', sql: checkTable },
  { name: '_check_columns', sql: checkColumns },
  { name: '_check_json_columns', sql: checkJsonColumns },
  { name: 'track', sql: track },
  { name: 'untrack', sql: untrack },
  { name: 'set_context', sql: setContext },
  { name: '_tracking_problems', sql: trackingProblems },
  { name: 'tracked', sql: tracked },
  // Schema changes
  { name: '_renew_query_checks', sql: renewQueryChecks },
  { name: '_sync_table', sql: syncTable },
  { name: '_on_ddl', sql: onDdl },
  { name: '_on_drop', sql: onDrop },
  { name: '_arm_event_triggers', sql: armEventTriggers },
  // Names over time
  { name: '_name_ranges', sql: nameRanges },
  { name: '_table_names', sql: tableNames },
  { name: '_renamed_in', sql: renamedIn },
  { name: '_field_names', sql: fieldNames },
  { name: 'names_of', sql: namesOf },
  { name: 'field_names_of', sql: fieldNamesOf },
  // The log
  { name: '_refuse_log_change', sql: refuseLogChange },
  { name: '_protect_log_table', sql: protectLogTable },
  { name: '_add_log_partition', sql: addLogPartition },
  { name: '_finish_install', sql: finishInstall },
  ...fieldHistoryFunctions,
  ...exportsFunctions,
  ...readersFunctions,
  ...retentionFunctions,
  ...groupsFunctions,
];

/** What the plv8 engine has besides: created or replaced on each install that uses it. */
export const plv8Functions: readonly SqlObject[] = [
  { name: '_plv8_start', sql: plv8Start },
  { name: '_plv8_diff', sql: plv8Diff },
  { name: '_capture_agnostic_settings', sql: captureAgnosticSettings },
];
