create or replace function audit._row_log_refuses_nulls(log_table regclass) returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/row_log/_row_log_refuses_nulls.sql
begin
  return exists (
      select from pg_attribute as a
      where a.attrelid = log_table and a.attnum > 0 and not a.attisdropped and (a.attnotnull or a.attidentity <> '')
        and a.attname <> all (audit._row_log_technical())
    )
    or exists (select from pg_constraint as c where c.conrelid = log_table and c.contype in ('c', 'f', 'u', 'x'))
    or (
      select count(*) <> 6
      from pg_attribute as a
      where a.attrelid = log_table and not a.attisdropped and a.attnotnull
        and (a.attname, a.atttypid) in (
          values
            ('emaj_verb', 'text'::regtype), ('emaj_tuple', 'text'::regtype), ('emaj_gid', 'bigint'::regtype),
            ('emaj_changed', 'timestamptz'::regtype), ('emaj_txid', 'bigint'::regtype), ('emaj_user', 'text'::regtype)
        )
    )
    or not exists (select from pg_constraint as c where c.conrelid = log_table and c.contype = 'p');
end
$function$;

comment on function audit._row_log_refuses_nulls(regclass) is
  'Whether a log table lacks one of its own columns, or has constraints besides its own, so that it can refuse rows.';

revoke all on function audit._row_log_refuses_nulls(regclass) from public;
