export { AuditError, NotInstalledError } from '@audit/schema';
export { type AuditClient, createAuditClient } from './client.js';
export {
  type AuditContext,
  applyContext,
  type ContextTarget,
  contextStatement,
} from './context.js';
export { applyJsonChange } from './diff/apply.js';
export { type Change, type Changes, decodeChange } from './diff/change.js';
export {
  type ArrayChange,
  decodeJsonDiffs,
  type JsonChange,
  type JsonChanges,
  type ModifiedItem,
  type ObjectArrayChange,
  type ObjectChange,
  type OtherChange,
} from './diff/json.js';
export { decodeNormalDiff } from './diff/normal.js';
export type { AuditDriver, AuditSession, StreamOptions } from './driver/types.js';
export { toAuditError } from './error-mapping.js';
export {
  AuditSqlError,
  ConnectionError,
  InvalidDiffError,
  InvalidFilterError,
  PermissionError,
  TransactionStateError,
} from './errors.js';
export { type AuditGroups, createAuditGroups } from './groups/groups.js';
export type {
  EstimatedStats,
  Group,
  GroupTable,
  Mark,
  MarkRange,
  Moment,
  RoleStats,
  RollbackTable,
  TableStats,
} from './groups/types.js';
export { JsonNumber } from './json/number.js';
export { parseJson, stringifyJson } from './json/parse.js';
export { isJsonObject, type JsonObject, type JsonValue } from './json/value.js';
export type {
  AuditEntry,
  AuditEntryBase,
  RawData,
  RowEntry,
  TruncateEntry,
  UpdateEntry,
} from './log/entry.js';
export { entryCondition } from './log/entry-condition.js';
export type { Action, EntryFilter, Key, KeyValue } from './log/filter.js';
export type { EntryPage, HistoryOptions, Order, PageOptions, TableName } from './log/page.js';
export type { BatchProgress } from './reader/batch.js';
export type { FollowOptions } from './reader/follow.js';
export type { AuditReader, ReaderBatch, ReaderOptions } from './reader/reader.js';
export { Wakeups } from './reader/wakeups.js';
