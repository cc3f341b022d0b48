create or replace function audit._swap_default(counts jsonb, settled_id bigint, countable boolean) returns jsonb
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/retention/_swap_default.sql
declare
  total jsonb := audit._add_counts(counts, audit._copy_latest(settled_id));
begin
  if countable then
    if audit._count_of(total) <> (select count(*) from audit.data_op_log_default) then
      -- Someone has inserted records with earlier ids, by hand or from a dump.
      total := audit._add_counts(total, audit._copy_default());
    end if;
    drop table audit.data_op_log_default;
  else
    alter table audit.data_op_log detach partition audit.data_op_log_default;
    alter table audit.data_op_log_default rename to data_op_log_emptied;
    comment on table audit.data_op_log_emptied is 'Copied to the partitions of the log; the next audit.maintain() compares and drops it.';
  end if;
  perform audit._attach_month(t) from audit._unattached_months() as t;
  create table audit.data_op_log_default partition of audit.data_op_log default;
  comment on table audit.data_op_log_default is 'Records of transactions whose month has no partition.';
  perform audit._protect_log_table('audit.data_op_log_default');
  perform audit._give_to_log_owner('audit.data_op_log_default');
  return total;
end
$function$;

comment on function audit._swap_default(jsonb, bigint, boolean) is
  'Under lock: copies what has come last, puts the months'' tables and an empty default partition in the place of the full one, and returns the counts. The full one is dropped where counting confirms that all is copied; one that takes long to count becomes audit.data_op_log_emptied.';

revoke all on function audit._swap_default(jsonb, bigint, boolean) from public;
