create or replace function audit.reset_reader(
  name text,
  after_id bigint default 0,
  filter jsonb default null,
  output jsonb default null
) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/reset_reader.sql
declare
  home audit.cluster;
begin
  if reset_reader.after_id is null or reset_reader.after_id < 0 then
    raise exception using
      errcode = 'UA035',
      message = format('after_id is %s', coalesce(reset_reader.after_id::text, 'null')),
      hint = 'Give the id of the last record that is not to be read again, or 0 to read everything.';
  end if;
  if reset_reader.filter is not null then
    perform audit._check_filter(reset_reader.filter);
  end if;
  perform audit._lock_reader(reset_reader.name);
  perform audit.settle_log();
  home := audit._cluster();
  update audit.reader as r
  set filter = coalesce(reset_reader.filter, r.filter), output = coalesce(reset_reader.output, r.output),
    cluster_id = home.id, position = '1:1:', after_id = reset_reader.after_id,
    last_id = 0, mark_xid = null, mark_id = null, target = null, done_id = null,
    delivered = 0, file_bytes = 0, updated_at = now()
  where r.name = reset_reader.name;
  if not found then
    perform audit._no_such_reader(reset_reader.name);
  end if;
end
$function$;

comment on function audit.reset_reader(text, bigint, jsonb, jsonb) is
  'Has a reader begin anew: with every record whose id is greater than after_id, be it read already or not. Also after a restore into another cluster (it calls audit.settle_log), and to change filter or output. Errors: UA030, UA032, UA035, UA036. Example: select audit.reset_reader(''warehouse'').';

revoke all on function audit.reset_reader(text, bigint, jsonb, jsonb) from public;
