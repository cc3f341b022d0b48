import type { SqlObject } from '../../sql-object.js';

/** Groups of tables: marks, statistics, rollback: each object after what it needs. */
export const groupsFunctions: readonly SqlObject[] = [];
