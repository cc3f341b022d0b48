create or replace function audit._open_batch(
  name text,
  filter jsonb default null,
  output jsonb default null
) returns audit.reader
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/readers/_open_batch.sql
-- Writes nothing: see _lock_reader.
declare
  reader   audit.reader;
  home     audit.cluster;
  stand    record;
  restored boolean;
begin
  perform audit._lock_reader(_open_batch.name);
  select r.* into reader from audit.reader as r where r.name = _open_batch.name;
  if reader.name is null then
    perform audit._no_such_reader(_open_batch.name);
  end if;
  select c.* into home from audit.cluster as c order by c.id desc limit 1;
  restored := reader.cluster_id is distinct from home.id or home.system_identifier <> audit._system_identifier();
  if not restored then
    select p.* into stand from audit.log_position() as p;
    -- Where the cluster's number can't be read, this shows at least that the position is from the future.
    restored := pg_snapshot_xmax(coalesce(reader.target, reader.position)) > pg_snapshot_xmax(stand.snapshot);
  end if;
  if restored then
    raise exception using
      errcode = 'UA034',
      message = format('the position of reader "%s" is from another cluster, and the log was restored into this one', _open_batch.name),
      hint = 'Begin anew with audit.reset_reader and an empty output, or go on after the last record that you have with its after_id. After pg_upgrade: select audit.settle_log(same_log => true).';
  end if;
  if (_open_batch.filter is not null and _open_batch.filter <> reader.filter)
    or (_open_batch.output is not null and _open_batch.output <> reader.output) then
    raise exception using
      errcode = 'UA033',
      message = format('reader "%s" was made with other options: %s', _open_batch.name, concat_ws('; ',
        case when _open_batch.filter <> reader.filter then format('filter %s, not %s', reader.filter, _open_batch.filter) end,
        case when _open_batch.output <> reader.output then format('output %s, not %s', reader.output, _open_batch.output) end
      )),
      hint = 'Repeat those options, take another name, or begin anew with audit.reset_reader.';
  end if;
  if reader.target is null then
    reader.target := stand.snapshot;
    reader.done_id := 0;
  end if;
  reader.last_id := stand.last_id;
  return reader;
end
$function$;

comment on function audit._open_batch(text, jsonb, jsonb) is
  'Takes a reader for this transaction and says which records come next: those with an id above after_id and done_id that are settled (audit.cluster), or that target sees and position does not, in the order of their ids. filter and output, where not null, have to be the reader''s. Errors: UA030, UA032, UA033, UA034.';

revoke all on function audit._open_batch(text, jsonb, jsonb) from public;
