export { canonicalJson } from './diff/canonical.js';
export { escapeName, type ReservedName, unescapeName } from './diff/escape.js';
export {
  arrayDiffSchema,
  jsonDiffSchema,
  jsonDiffsSchema,
  modifiedItemSchema,
  normalDiffSchema,
  objectArrayDiffSchema,
  objectDiffSchema,
  otherDiffSchema,
} from './diff/schemas.js';
export { type SplitChange, splitChange } from './diff/split.js';
export type {
  ArrayDiff,
  JsonDiff,
  JsonValue,
  ModifiedItem,
  NormalDiff,
  ObjectArrayDiff,
  ObjectDiff,
  OtherDiff,
} from './diff/types.js';
export type { SqlDriver, SqlSession } from './driver.js';
export type { Engine, EngineChoice } from './engine.js';
export {
  AuditError,
  type AuditErrorDetails,
  NotInstalledError,
  SchemaConflictError,
  UnsupportedServerError,
} from './errors.js';
export type {
  DataOpLogRow,
  ExportRunRow,
  FieldHistoryRow,
  GroupRow,
  MarkRow,
  TrackedRow,
} from './generated/rows.js';
export { type InstallOptions, type InstallResult, install, installScript } from './install.js';
export { diffJson, type JsonDiffType } from './plv8/diff.js';
export { type AuditStatus, status } from './status.js';
export {
  type UninstallOptions,
  type UninstallResult,
  uninstall,
  uninstallScript,
} from './uninstall.js';
export { VERSION } from './version.js';
