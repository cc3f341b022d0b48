-- Only functions of the server's own are called, so that a reader needs no right but to read. The split of a change
-- is a regular expression for the same reason: the JSON value before the first -> that stands in no string. It can't
-- hold one elsewhere, because in JSON a - stands before a digit.
create or replace view audit.field_history as
select
  l.id as log_id,
  l.schema_name,
  l.table_name,
  l.data_id,
  field.name as field_changed,
  -- By name: that is right after a restore too, where all oids differ.
  (
    select a.attnum::int
    from pg_catalog.pg_namespace as n
    join pg_catalog.pg_class as c on c.relnamespace = n.oid and c.relname = l.table_name::name
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = field.name::name
    where n.nspname = l.schema_name::name and a.attnum > 0 and not a.attisdropped
  ) as ordinal_position,
  -- A string loses its quotes, null becomes SQL's; whatever else there is keeps its text, and so all its digits.
  case left(field.before, 1) when '"' then field.before::jsonb #>> '{}' when 'n' then null else field.before end as old_value,
  case left(field.after, 1) when '"' then field.after::jsonb #>> '{}' when 'n' then null else field.after end as new_value,
  coalesce(l.op_meta ->> 'actor', l.modified_by, l.role_name) as changed_by,
  l.action_tstamp_clk as changed_at,
  l.application_name,
  l.action,
  l.transaction_id,
  l.action_tstamp_tx as transaction_began
from audit.data_op_log as l
cross join lateral (
  -- Filters say what to take rather than what to leave out: the planner then expects few rows of each record, and does
  -- not compile the query (JIT) to read a few of them.

  -- INSERT: the columns that are not null
  select e.key, null, e.value::text
  from jsonb_each(l.raw_data) as e
  where l.action = 'I' and jsonb_typeof(e.value) in ('string', 'number', 'boolean', 'object', 'array')

  union all
  -- DELETE and TRUNCATE: an event without a field
  select null, null, null
  where l.action in ('D', 'T')

  union all
  -- UPDATE: the columns that are neither JSON nor arrays. The diffType has no arrow.
  select
    case when ltrim(e.key, '∆') = 'diffType' then substr(e.key, 2) else e.key end,
    left(split.head, -1),
    substr(e.value, length(split.head) + 4)
  from jsonb_each_text(l.diff) as e
  cross join lateral (
    select case
      when left(e.value, 1) in ('"', '{', '[') then substring(e.value from '^(?:[^"-]|-[^>"]|"(?:[^"\\]|\\.)*")*')
      else left(e.value, strpos(e.value, ' '))
    end
  ) as split (head)
  where l.action = 'U' and e.value like '% -> %'

  union all
  -- UPDATE of a JSON column. other: both documents
  select e.key, left(split.head, -1), substr(e.value ->> 'content', length(split.head) + 4)
  from jsonb_each(l.json_diff) as e
  cross join lateral (
    select substring(e.value ->> 'content' from '^(?:[^"-]|-[^>"]|"(?:[^"\\]|\\.)*")*')
  ) as split (head)
  where l.action = 'U' and e.value ->> 'diffType' = 'other'

  union all
  -- object: the changed members, before and after
  select e.key, members.before, members.after
  from jsonb_each(l.json_diff) as e
  cross join lateral (
    select
      coalesce(jsonb_object_agg(member.name, left(split.head, -1)::jsonb), '{}')::text,
      coalesce(jsonb_object_agg(member.name, substr(m.value, length(split.head) + 4)::jsonb), '{}')::text
    from jsonb_each_text(e.value) as m
    cross join lateral (select substring(m.value from '^(?:[^"-]|-[^>"]|"(?:[^"\\]|\\.)*")*')) as split (head)
    cross join lateral (select case when ltrim(m.key, '∆') = 'diffType' then substr(m.key, 2) else m.key end) as member (name)
    where m.value like '% -> %'
  ) as members (before, after)
  where l.action = 'U' and e.value ->> 'diffType' = 'object'

  union all
  -- array and objectArray: the items that went and those that came, then what was modified in others
  select
    e.key,
    case when not e.value ? 'reordered' then (e.value -> 'removedItems' || coalesce(modified.before, '[]'))::text end,
    case when e.value ? 'reordered' then '{"reordered": true}' else (e.value -> 'newItems' || coalesce(modified.after, '[]'))::text end
  from jsonb_each(l.json_diff) as e
  cross join lateral (
    select
      jsonb_agg(item.before order by i.position),
      jsonb_agg(item.after order by i.position)
    from jsonb_array_elements(e.value -> 'modifiedItems') with ordinality as i (value, position)
    cross join lateral (
      select
        jsonb_build_object('key', i.value -> 'key') || coalesce(jsonb_object_agg(m.key, left(split.head, -1)::jsonb), '{}'),
        jsonb_build_object('key', i.value -> 'key') || coalesce(jsonb_object_agg(m.key, substr(m.value, length(split.head) + 4)::jsonb), '{}')
      from jsonb_each_text(i.value) as m
      cross join lateral (select substring(m.value from '^(?:[^"-]|-[^>"]|"(?:[^"\\]|\\.)*")*')) as split (head)
      where m.key <> 'key'
    ) as item (before, after)
    where jsonb_typeof(i.value) = 'object'
  ) as modified (before, after)
  where l.action = 'U' and e.value ->> 'diffType' in ('array', 'objectArray')
) as field (name, before, after);

-- The reader's rights count, not the owner's, where the server knows that (PostgreSQL 15). Before, a grant on the view
-- is enough to read it.
do $do$
begin
  if current_setting('server_version_num')::int >= 150000 then
    execute 'alter view audit.field_history set (security_invoker = true)';
  end if;
end
$do$;

comment on view audit.field_history is 'The log, one row per changed field: for an insert each column that is not null, for a delete or a TRUNCATE one row without a field.';
comment on column audit.field_history.log_id is 'The record in audit.data_op_log.';
comment on column audit.field_history.schema_name is 'Schema of the table, as it was named at the time of the change.';
comment on column audit.field_history.table_name is 'Name of the table at the time of the change.';
comment on column audit.field_history.data_id is 'Key values in key order, joined with ∆ (U+2206), strings bare.';
comment on column audit.field_history.field_changed is 'The column, as it was named at the time of the change; null for a delete and a TRUNCATE.';
comment on column audit.field_history.ordinal_position is 'The column''s position in the table of that name today; null where there is no such table or column any more.';
comment on column audit.field_history.old_value is 'The value before, strings bare, the rest as JSON; of an array, what went from it. Null for null, and for an insert.';
comment on column audit.field_history.new_value is 'The value after, likewise; of an array, what came to it. Null for null, and for a delete.';
comment on column audit.field_history.changed_by is 'Who: the context''s actor, else the row''s own modified_by, else the database role.';
comment on column audit.field_history.changed_at is 'Wall-clock time of the change.';
comment on column audit.field_history.application_name is 'The session''s application_name.';
comment on column audit.field_history.action is 'I = INSERT, U = UPDATE, D = DELETE, T = TRUNCATE.';
comment on column audit.field_history.transaction_id is '64-bit transaction id.';
comment on column audit.field_history.transaction_began is 'When the transaction began: the log''s partitions go by it.';

revoke all on audit.field_history from public;
