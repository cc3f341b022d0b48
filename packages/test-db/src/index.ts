export { createDatabase, type DatabaseOptions, type TestDatabase } from './database.js';
export { describeWith, hasExtension } from './extensions.js';
export type { RoleOptions, TestRole } from './role.js';
export { findBinary, type SecondServer, startSecondServer, startStandby } from './second-server.js';
export { type ServerKind, type TestServer, testServer } from './server.js';
export { type TakenServer, takeServer } from './take-server.js';
export type { Preparation } from './template.js';
export { useDatabase } from './use-database.js';
