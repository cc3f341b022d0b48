create or replace function audit._changes_since(log_table regclass, since bigint)
returns table (
  changes     bigint,
  changed_by  text[],
  last_change timestamptz
)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
set enable_seqscan = off
as $function$
-- Source: packages/schema/sql/functions/groups/_changes_since.sql
begin
  execute format(
    $query$
select
  count(*) filter (where l.emaj_tuple = 'NEW' or l.emaj_tuple = 'OLD' and l.emaj_verb <> 'UPD'),
  coalesce(array_agg(distinct l.emaj_user::text), '{}'),
  max(l.emaj_changed)
from %s as l
where l.emaj_gid > $1$query$,
    log_table
  ) into changes, changed_by, last_change using since;
  return next;
end
$function$;

comment on function audit._changes_since(regclass, bigint) is
  'How many changes a log table has after a gid, by which login roles, and when the last one was.';

revoke all on function audit._changes_since(regclass, bigint) from public;
