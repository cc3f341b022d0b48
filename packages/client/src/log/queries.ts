import { InvalidFilterError } from '../errors.js';
import { columns } from './columns.js';
import { decodeCursor } from './cursor.js';
import type { EntryFilter } from './filter.js';
import type { Order, PageOptions } from './page.js';
import { where, wholeNumber } from './predicates.js';
import { type Fragment, sql } from './sql.js';

const defaultLimit = 50;
const largestLimit = 1000;

/** One page of entries, and one entry more where there is a next page. */
export function pageQuery(filter: EntryFilter, page: PageOptions) {
  const order = checkedOrder(page.order ?? 'newest');
  const limit = checkedLimit(page.limit ?? defaultLimit);
  const after = page.after === undefined ? [] : [beyond(order, decodeCursor(order, page.after))];
  return {
    order,
    limit,
    statement: sql`
select ${columns}
from audit.data_op_log e
where ${where(filter, ...after)}
order by e.id ${direction(order)}
limit ${String(limit + 1)}::int`,
  };
}

/** All entries, oldest first. */
export function streamQuery(filter: EntryFilter): Fragment {
  return sql`
select ${columns}
from audit.data_op_log e
where ${where(filter)}
order by e.id`;
}

/** The one entry with this id. */
export function entryQuery(id: bigint | number): Fragment {
  return sql`
select ${columns}
from audit.data_op_log e
where e.id = ${wholeNumber(id)}::bigint`;
}

function direction(order: Order): Fragment {
  return order === 'newest' ? sql`desc` : sql`asc`;
}

function beyond(order: Order, id: string): Fragment {
  return order === 'newest' ? sql`e.id < ${id}::bigint` : sql`e.id > ${id}::bigint`;
}

function checkedOrder(order: Order): Order {
  if (order === 'newest' || order === 'oldest') return order;
  throw new InvalidFilterError(`there is no order '${order}'`, {
    hint: "Orders are 'newest' and 'oldest'.",
  });
}

function checkedLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= largestLimit) return limit;
  throw new InvalidFilterError(`limit is ${limit}`, {
    hint: `Give a whole number from 1 to ${largestLimit}; to read more, follow nextCursor.`,
  });
}
