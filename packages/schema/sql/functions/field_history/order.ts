import type { SqlObject } from '../../sql-object.js';
import fieldHistory from './field_history.sql';

/** Field history: each object after what it needs. */
export const fieldHistoryFunctions: readonly SqlObject[] = [
  { name: 'field_history', sql: fieldHistory },
];
