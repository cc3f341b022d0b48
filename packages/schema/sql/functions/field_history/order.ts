import type { SqlObject } from '../../sql-object.js';

/** Field history: each object after what it needs. */
export const fieldHistoryFunctions: readonly SqlObject[] = [];
