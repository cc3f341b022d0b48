import { dataId } from '../log/data-id.js';
import type { EntryFilter } from '../log/filter.js';
import { checkedAction, instant, tableName, wholeNumber } from '../log/predicates.js';

/**
 * A filter as `audit.create_reader` keeps it with a reader, so that another one under the same name is noticed.
 *
 * @param filter which entries.
 * @returns a JSON object with the log's own column names.
 * @throws {@link InvalidFilterError}.
 *
 * @example
 * ```ts
 * readerFilter({ table: 'shop.orders', actions: ['U'] });
 * // { schema_name: 'shop', table_name: 'orders', actions: ['U'] }
 * ```
 */
export function readerFilter(filter: EntryFilter): Record<string, unknown> {
  const { schema, table } = tableName(filter);
  const { key, actions, changedField, opType, revisionId, actor, transactionId } = filter;
  const { since, until } = filter;
  const members = {
    schema_name: schema,
    table_name: table,
    data_id: key === undefined ? undefined : dataId(key),
    actions: actions?.map(checkedAction).sort(),
    changed_field: changedField,
    op_type: opType,
    revision_id: revisionId,
    transaction_id: transactionId === undefined ? undefined : wholeNumber(transactionId),
    actor,
    since: since === undefined ? undefined : instant(since),
    until: until === undefined ? undefined : instant(until),
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
