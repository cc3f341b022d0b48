create or replace function audit._check_columns(
  target       regclass,
  key          text[],
  only_columns text[],
  ignored      text[],
  masked       text[],
  modified_at  text,
  modified_by  text,
  touch        boolean
) returns void
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/_check_columns.sql
declare
  effective_key constant text[] := coalesce(_check_columns.key, audit._primary_key(target));
  problem       record;
begin
  if effective_key is null then
    raise exception using
      errcode = 'UA008',
      message = format('%s has no primary key', target),
      hint = 'Name the columns that identify a row, key => ''{column}'', or say key => ''{}'' to track it without: its records then have no data_id.';
  end if;

  -- modified_at and modified_by have defaults that a table need not have; touch needs its column.
  select w.option, w.name into problem
  from (
    select 'key', unnest(_check_columns.key)
    union all select 'only_columns', unnest(_check_columns.only_columns)
    union all select 'ignored', unnest(_check_columns.ignored)
    union all select 'masked', unnest(_check_columns.masked)
    union all select 'modified_at', _check_columns.modified_at where _check_columns.modified_at <> 'modified_at' or touch
    union all select 'modified_by', _check_columns.modified_by where _check_columns.modified_by <> 'modified_by'
  ) as w (option, name)
  where not exists (
    select from pg_attribute as a
    where a.attrelid = target and a.attname = w.name and a.attnum > 0 and not a.attisdropped
  )
  limit 1;
  if found then
    raise exception using
      errcode = 'UA005',
      message = format('%s has no column %s, which %s names', target, coalesce(quote_ident(problem.name), 'null'), problem.option),
      hint = format('Its columns are %s.', audit._column_list(target));
  end if;

  if only_columns is not null and ignored <> '{}' then
    raise exception using
      errcode = 'UA009',
      message = 'only_columns and ignored were both given',
      hint = 'Say which columns to compare, or which to leave out, not both.';
  end if;
  if effective_key && masked then
    raise exception using
      errcode = 'UA009',
      message = format('%s is in the key and masked', (select quote_ident(k) from unnest(effective_key) as k where k = any (masked) limit 1)),
      hint = 'The key is what data_id shows. Name other columns as the key, or leave this one unmasked.';
  end if;
  if cardinality(effective_key) <> (select count(distinct k) from unnest(effective_key) as k) then
    raise exception using
      errcode = 'UA009',
      message = 'a column stands in the key twice',
      hint = 'Name each column of the key once.';
  end if;

  select w.option, a.attname, format_type(a.atttypid, a.atttypmod) as type into problem
  from pg_attribute as a
  join (values ('modified_at', _check_columns.modified_at)) as w (option, name) on a.attname = w.name
  where a.attrelid = target
    and (_check_columns.modified_at <> 'modified_at' or touch)
    and audit._base_type(a.atttypid) <> all ('{timestamptz,timestamp,date}'::regtype[]::oid[]);
  if found then
    raise exception using
      errcode = 'UA011',
      message = format('column %I of %s, which modified_at names, is a %s', problem.attname, target, problem.type),
      hint = 'It has to be a timestamptz, timestamp or date.';
  end if;

  if touch and (
    select a.attgenerated <> '' from pg_attribute as a where a.attrelid = target and a.attname = _check_columns.modified_at
  ) then
    raise exception using
      errcode = 'UA011',
      message = format('column %I of %s is generated, so touch can''t set it', _check_columns.modified_at, target),
      hint = 'Name another column as modified_at, or leave touch out.';
  end if;
end
$function$;

comment on function audit._check_columns(regclass, text[], text[], text[], text[], text, text, boolean) is
  'Refuses options of audit.track that the table''s columns can''t serve: errors UA005, UA008, UA009 and UA011.';

revoke all on function audit._check_columns(regclass, text[], text[], text[], text[], text, text, boolean) from public;
