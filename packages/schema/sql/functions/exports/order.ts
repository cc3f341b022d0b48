import type { SqlObject } from '../../sql-object.js';

/** The CSV of a day, and its schedule: each object after what it needs. */
export const exportsFunctions: readonly SqlObject[] = [];
