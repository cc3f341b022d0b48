import type { SqlObject } from '../../sql-object.js';

/** Typed log tables: each object after what it needs. */
export const rowLogFunctions: readonly SqlObject[] = [];
