export type { SqlDriver, SqlSession } from './driver.js';
export {
  AuditError,
  type AuditErrorDetails,
  NotInstalledError,
  SchemaConflictError,
  UnsupportedServerError,
} from './errors.js';
export type { DataOpLogRow, TrackedRow } from './generated/rows.js';
export { type InstallOptions, type InstallResult, install, installScript } from './install.js';
export { type AuditStatus, status } from './status.js';
export {
  type UninstallOptions,
  type UninstallResult,
  uninstall,
  uninstallScript,
} from './uninstall.js';
export { VERSION } from './version.js';
