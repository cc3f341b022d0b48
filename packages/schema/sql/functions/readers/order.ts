import type { SqlObject } from '../../sql-object.js';

/** Readers that miss nothing: each object after what it needs. */
export const readersFunctions: readonly SqlObject[] = [];
