import { escapeName } from '@audit/schema';
import { InvalidFilterError } from '../errors.js';
import { dataId } from './data-id.js';
import type { Action, EntryFilter } from './filter.js';
import { type Fragment, join, sql } from './sql.js';

/** Who did it, in the order in which the sources are to be trusted. */
export const actor = sql`coalesce(e.op_meta ->> 'actor', e.modified_by, e.role_name)`;

const actions: readonly Action[] = ['I', 'U', 'D', 'T'];

/** An ISO 8601 time with its offset: without one, its meaning would depend on the session's time zone. */
const exactTime = /^\d{4,6}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d(:?\d\d)?)$/;

/** The condition that `filter`, and whatever else is given, puts on an entry `e`. */
export function where(filter: EntryFilter, ...more: Fragment[]): Fragment {
  const conditions = [...predicates(filter), ...more];
  return conditions.length === 0 ? sql`true` : join(conditions, sql`\n  and `);
}

function predicates(filter: EntryFilter): Fragment[] {
  const { schema, table } = tableName(filter);
  const found: (Fragment | undefined)[] = [
    ...(table === undefined
      ? [given(schema, (name) => sql`e.schema_name = ${name}`)]
      : ofTable(table, schema)),
    given(filter.key, (key) => sql`e.data_id = ${dataId(key)}`),
    given(filter.actions, (any) => sql`e.action = any(${any.map(checkedAction)}::text[])`),
    given(filter.changedField, (field) => changed(field, schema, table)),
    given(filter.opType, (type) => sql`e.op_type = ${type}`),
    given(filter.revisionId, (revision) => sql`e.revision_id = ${revision}`),
    given(filter.actor, (name) => sql`${actor} = ${name}`),
    given(filter.transactionId, (id) => sql`e.transaction_id = ${wholeNumber(id)}::bigint`),
    given(filter.since, (time) => sql`e.action_tstamp_tx >= ${instant(time)}::timestamptz`),
    given(filter.until, (time) => sql`e.action_tstamp_tx < ${instant(time)}::timestamptz`),
  ];
  return found.filter((fragment) => fragment !== undefined);
}

function given<T>(value: T | undefined, write: (value: T) => Fragment): Fragment | undefined {
  return value === undefined ? undefined : write(value);
}

/** `shop.orders` is two names, unless the schema is given on its own. */
export function tableName({ schema, table }: EntryFilter): { schema?: string; table?: string } {
  const dot = table?.indexOf('.') ?? -1;
  if (table === undefined || schema !== undefined || dot < 0) return { schema, table };
  return { schema: table.slice(0, dot), table: table.slice(dot + 1) };
}

/**
 * The table under each of its names. The list of the names alone is what the index can search for; which of their
 * records are this table's is looked at after that.
 */
function ofTable(table: string, schema: string | undefined): Fragment[] {
  const names = sql`audit.names_of(${table}, ${nullable(schema)}) as n`;
  return [
    sql`e.table_name = any (array(select n.table_name from ${names}))`,
    sql`exists (select from ${names} where ${named} offset 0)`,
  ];
}

// `offset 0` keeps both from becoming joins, after which the pages would be sorted instead of read by id.

/** Whether `n`, a row of audit.names_of or audit.field_names_of, is a name of the table of `e`. */
const named = sql`n.table_name = e.table_name
    and (n.schema_name = e.schema_name or e.schema_name <> all (n.other_schemas))
    and e.id <@ n.ids`;

/** A column of a table under each of its names; without a table, the column as it was named then. */
function changed(field: string, schema: string | undefined, table: string | undefined): Fragment {
  if (table === undefined)
    return sql`(e.diff ? ${escapeName(field, 'diffType')} or e.json_diff ? ${field})`;
  // A column of JSON or of an array stands in json_diff under its own name; in diff some names are escaped.
  const inDiff = sql`case when n.field_name ~ '^∆*diffType$' then '∆' || n.field_name else n.field_name end`;
  return sql`exists (
    select from audit.field_names_of(${field}, ${table}, ${nullable(schema)}) as n
    where (e.diff ? ${inDiff} or e.json_diff ? n.field_name) and ${named} offset 0)`;
}

function nullable(text: string | undefined): Fragment {
  return text === undefined ? sql`null::text` : sql`${text}::text`;
}

export function checkedAction(action: string): string {
  if (actions.some((known) => known === action)) return action;
  throw new InvalidFilterError(`there is no action '${action}'`, {
    hint: `Actions are ${actions.join(', ')}.`,
  });
}

/** A 64-bit id: a number that JavaScript has rounded would find another transaction. */
export function wholeNumber(id: bigint | number): string {
  if (typeof id === 'bigint' || Number.isSafeInteger(id)) return String(id);
  throw new InvalidFilterError(`${id} is no exact whole number`, {
    hint: 'Give the id as a bigint.',
  });
}

export function instant(time: Date | string): string {
  if (time instanceof Date && !Number.isNaN(time.getTime())) return time.toISOString();
  if (typeof time === 'string' && exactTime.test(time)) return time;
  throw new InvalidFilterError(`'${time}' is no exact time`, {
    hint: "Give a Date, or an ISO 8601 string with its offset, such as '2026-05-01T08:00:00Z'.",
  });
}
