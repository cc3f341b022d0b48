import type { EntryFilter } from './filter.js';
import { where } from './predicates.js';
import { render } from './sql.js';

/**
 * A filter as SQL, for queries of your own.
 *
 * @param filter which entries.
 * @returns the condition on `e`, a row of `audit.data_op_log`, with values for `$1` and so on.
 * @throws {@link InvalidFilterError}.
 *
 * @example
 * ```ts
 * const { text, params } = entryCondition({ table: 'shop.orders', actor: 'support' });
 * await pool.query(`select e.data_id, count(*) from audit.data_op_log e where ${text} group by 1`, params);
 * ```
 */
export function entryCondition(filter: EntryFilter): { text: string; params: unknown[] } {
  return render(where(filter));
}
