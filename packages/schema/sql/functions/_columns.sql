create or replace function audit._columns(tracked_id int)
returns table (
  name         text,
  class        text,
  key_position int,
  compared     boolean,
  masked       boolean,
  virtual      boolean,
  diff_type    text,
  json_key     text[],
  changed      text,
  leaf_type    oid,
  max_bytes    int,
  declared     text,
  not_null     boolean
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_columns.sql
#variable_conflict use_column
declare
  tracked  audit.tracked_table;
  -- In a restored database nobody can tell which column was renamed: a new one may be the masked one that is gone.
  mask_new boolean;
begin
  select t.* into strict tracked from audit.tracked_table as t where t.id = tracked_id;
  mask_new := tracked.numbered is distinct from tracked.relid::oid and not audit._follows_ddl()
    and not tracked.masked <@ audit._column_names(tracked.relid);
  return query
  select
    a.attname::text,
    c.class,
    k.position,
    a.attgenerated <> 'v'
      and (k.position is not null
        or (tracked.only_columns is null or d.declared = any (tracked.only_columns)) and d.declared = any (tracked.ignored) is not true),
    m.masked,
    a.attgenerated = 'v',
    case
      when c.class not in ('json', 'jsonb', 'array', 'other array') then null
      when m.masked then 'other'
      when jsonb_typeof(j.declared) = 'object' then j.declared ->> 'type'
      when j.declared is not null then j.declared #>> '{}'
      when c.class in ('array', 'other array') then 'array'
      else 'other'
    end,
    case
      when jsonb_typeof(j.declared) = 'object'
      then array(select e.field from jsonb_array_elements_text(j.declared -> 'key') with ordinality as e (field, n) order by e.n)
    end,
    audit._column_changed(a.attname::text, c.class, a.attcollation),
    case when c.class in ('array', 'other array') then audit._base_type(b.typelem) else b.oid end,
    case
      when c.class = 'integer' then 20
      when c.class = 'float' then 340
      when c.class = 'numeric' and a.atttypmod > 4 then 1010
      when c.class = 'enum' then 63
      when c.class = 'scalar' and b.oid <> 'bytea'::regtype then 128
      when b.oid in ('varchar'::regtype, 'bpchar'::regtype) and a.atttypmod > 4 then 4 * (a.atttypmod - 4)
    end,
    d.declared,
    a.attnotnull
  from pg_attribute as a
  join audit._declared_columns(tracked_id) as d on d.number = a.attnum
  join pg_type as b on b.oid = audit._base_type(a.atttypid)
  cross join lateral (select audit._value_class(a.atttypid) offset 0) as c (class)
  cross join lateral (select array_position(tracked.key, d.declared)) as k (position)
  cross join lateral (
    select coalesce(d.declared = any (tracked.masked), false)
      or mask_new and a.attname <> all (tracked.columns)
  ) as m (masked)
  cross join lateral (select tracked.json_columns -> d.declared) as j (declared)
  where a.attrelid = tracked.relid and a.attnum > 0 and not a.attisdropped
  order by a.attnum;
end
$function$;

comment on function audit._columns(int) is
  'What the capture functions of a tracked table need to know of each of its columns: how it is compared (class, changed), whether it is part of the key (key_position), compared, masked or virtual, its declared diff type (null for a normal column) with the key fields of an objectArray, the type of its elements or its base type (leaf_type) and the most bytes its text can have (max_bytes, null for unbounded), the name by which the declaration knows it (declared), and whether it is NOT NULL (not_null).';

revoke all on function audit._columns(int) from public;
