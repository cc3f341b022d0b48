create or replace function audit._check_export_options(id_header text, actions text[]) returns void
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/exports/_check_export_options.sql
begin
  if id_header is null or id_header = '' then
    raise exception using
      errcode = 'UA022',
      message = 'id_header is empty',
      hint = 'Name the first column of the file''s header, for example data_id.';
  end if;
  if actions is null or cardinality(actions) = 0 or array_ndims(actions) <> 1 or not actions <@ '{I,U,D,T}' or array_position(actions, null) is not null then
    raise exception using
      errcode = 'UA022',
      message = format('actions is %s, not a list of actions', coalesce(actions::text, 'null')),
      hint = 'Name one or more of I (insert), U (update), D (delete) and T (truncate), for example ''{I,U,D}''.';
  end if;
end
$function$;

comment on function audit._check_export_options(text, text[]) is
  'Refuses an empty header and what is no action: error UA022.';

revoke all on function audit._check_export_options(text, text[]) from public;
