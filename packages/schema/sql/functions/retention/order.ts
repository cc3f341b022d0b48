import type { SqlObject } from '../../sql-object.js';

/** Retention: each object after what it needs. */
export const retentionFunctions: readonly SqlObject[] = [];
