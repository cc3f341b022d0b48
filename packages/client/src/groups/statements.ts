import { type Fragment, sql } from '../log/sql.js';
import type { MarkRange } from './types.js';

/** A time to the microsecond, whatever the session's settings. */
const utc = (column: Fragment) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** A value, or SQL's null. */
const orNull = (value: string | undefined) =>
  value === undefined ? sql`null::text` : sql`${value}::text`;

const range = (group: string, { from, to }: MarkRange) =>
  sql`${group}::text, ${orNull(from)}, ${orNull(to)}`;

export const createGroup = (name: string, note?: string) =>
  sql`select audit.create_group(${name}::text, ${orNull(note)})`;
export const dropGroup = (name: string) => sql`select audit.drop_group(${name}::text)`;
export const assign = (table: string, group: string) =>
  sql`select audit.assign(${table}::regclass, ${group}::text)`;
export const unassign = (table: string) => sql`select audit.unassign(${table}::regclass)`;

export const listGroups = sql`
select g.group_name, g.schema_name, g.table_name, ${utc(sql`g.assigned_at`)} as assigned_at, g.problem, g.note,
  ${utc(sql`g.created_at`)} as created_at, g.created_by
from audit.groups g`;

export const setMark = (group: string, name?: string, note?: string) =>
  sql`select audit.set_mark(${group}::text, ${name ?? '%'}::text, ${orNull(note)}) as name`;
export const renameMark = (group: string, mark: string, name: string) =>
  sql`select audit.rename_mark(${group}::text, ${mark}::text, ${name}::text)`;
export const deleteMark = (group: string, mark: string) =>
  sql`select audit.delete_mark(${group}::text, ${mark}::text)`;
export const deleteMarksBefore = (group: string, mark: string) =>
  sql`select audit.delete_marks_before(${group}::text, ${mark}::text)::text as deleted`;
export const protectMark = (group: string, mark: string) =>
  sql`select audit.protect_mark(${group}::text, ${mark}::text)`;
export const unprotectMark = (group: string, mark: string) =>
  sql`select audit.unprotect_mark(${group}::text, ${mark}::text)`;

export const listMarks = (group?: string) => sql`
select m.group_name, m.mark_name, ${utc(sql`m.marked_at`)} as marked_at, m.marked_by, m.protected::text, m.note,
  m.gid::text as gid, m.tables::text as tables
from audit.mark m
where ${group === undefined ? sql`true` : sql`m.group_name = ${group}`}`;

export const stats = (group: string, marks: MarkRange) => sql`
select s.schema_name, s.table_name, s.inserted::text, s.updated::text, s.deleted::text, s.truncated::text,
  s.truncations::text, ${utc(sql`s.last_change`)} as last_change
from audit.stats(${range(group, marks)}) s`;

export const statsByRole = (group: string, marks: MarkRange) => sql`
select s.schema_name, s.table_name, s.role, s.verb, s.changed_rows::text, s.transactions::text,
  ${utc(sql`s.first_change`)} as first_change, ${utc(sql`s.last_change`)} as last_change
from audit.stats_by_role(${range(group, marks)}) s`;

export const estimateStats = (group: string, marks: MarkRange) => sql`
select s.schema_name, s.table_name, s.inserted::text, s.updated::text, s.deleted::text
from audit.estimate_stats(${range(group, marks)}) s`;

export const rollback = (group: string, mark: string, dryRun: boolean) => sql`
select r.schema_name, r.table_name, r.inserts::text, r.updates::text, r.deletes::text, r.changes::text,
  to_jsonb(r.changed_by)::text as changed_by, ${utc(sql`r.last_change`)} as last_change, r.refusal, r.hint
from audit.rollback_group(${group}::text, ${mark}::text, ${String(dryRun)}::boolean) r`;

export const changesSql = (group: string, marks: MarkRange) =>
  sql`select c as statement from audit.changes_sql(${range(group, marks)}) c`;

/** The quoted name of a table, which can stand in SQL. */
export const quotedTable = (table: string) => sql`
select format('%I.%I', n.nspname, c.relname) as name
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.oid = ${table}::regclass`;
