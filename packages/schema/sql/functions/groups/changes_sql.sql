create or replace function audit.changes_sql(group_name text, mark1 text default null, mark2 text default null) returns setof text
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
set standard_conforming_strings = on
set jit = off
set row_security = off
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
set intervalstyle = 'iso_8601'
set bytea_output = 'hex'
set extra_float_digits = 1
set lc_monetary = 'C'
set quote_all_identifiers = off
as $function$
-- Source: packages/schema/sql/functions/groups/changes_sql.sql
declare
  group_id constant int := audit._group_id(changes_sql.group_name);
  span     record;
  item     record;
  queries  text[] := array[]::text[];
begin
  select r.* into span from audit._mark_range(group_id, changes_sql.mark1, changes_sql.mark2) as r;
  for item in
    select l.*, t.masked, c.oid is null as gone,
      (
        select b.shape from audit.mark_table as b join audit.table_group_member as m on m.id = b.member_id
        where b.mark_id = span.first_mark and m.relid = l.relid
      ) as old_shape
    from audit._group_logs(group_id, span.after_gid, span.until_gid) as l
    left join audit.tracked_table as t on t.relid = l.relid
    left join pg_class as c on c.oid = l.relid
  loop
    continue when not audit._has_records(item.log_table, item.above);
    if item.gone or item.old_shape is not null and item.old_shape <> audit._column_shape(item.relid) then
      raise exception using
        errcode = 'UA060',
        message = format('the columns of %s have changed since the first mark', item.relid),
        hint = 'A script can be written for the columns of now. Begin with a later mark.';
    elsif item.masked <> '{}' then
      raise exception using
        errcode = 'UA062',
        message = format('%s has masked columns, whose values no log has', item.relid),
        hint = 'A script of its changes can''t be exact. Take it out of the group with audit.unassign.';
    end if;
    queries := queries || audit._script_query(
      item.relid, item.log_table,
      format('l.emaj_gid > %s and l.emaj_gid <= %s', item.above, coalesce(item.up_to, 9223372036854775807))
    );
  end loop;
  if queries <> '{}' then
    return query execute format(
      'select s.statement from (%s) as s order by s.batch, s.phase, s.gid', array_to_string(queries, E'\nunion all')
    );
  end if;
  return query select s from audit._sequence_script(group_id, span.first_mark, span.last_mark) as s;
end
$function$;

comment on function audit.changes_sql(text, text, text) is
  'The SQL that repeats what happened in a group between two marks, one statement a row, in order, with exact values whatever the settings of the session that runs it; at the end the sequences are set. mark1: left out, the first mark; mark2: left out, now. Run it where neither triggers nor foreign keys act on the tables (session_replication_role = replica), in one transaction. Errors: UA050, UA054, UA057, UA060, UA062. Example: select audit.changes_sql(''shop'', ''before the import'', ''after the import'').';

revoke all on function audit.changes_sql(text, text, text) from public;
