create or replace function audit._lock_group(group_id int, lock_mode text, patience int) returns void
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
-- Less than deadlock_timeout (1 s unless set otherwise): where a writer wants the same tables in another order, it is
-- this one that gives way, and never the application.
set lock_timeout = '400ms'
as $function$
-- Source: packages/schema/sql/functions/groups/_lock_group.sql
declare
  until  constant timestamptz := clock_timestamp() + patience * interval '1 ms';
  target regclass;
  needed text;
begin
  loop
    begin
      for target, needed in
        select t.relid,
          case
            -- What ALTER TABLE will ask for. Asked for only then, it would wait for readers that wait for this.
            when lock_mode = 'exclusive' and (
              exists (select from audit._group_foreign_keys(group_id) as k where k.child = t.relid and k.parent_in and not k.is_deferred)
              or exists (select from pg_rewrite as r where r.ev_class = t.relid and r.ev_type <> '1' and r.ev_enabled <> 'D')
            ) then 'access exclusive'
            else lock_mode
          end
        from audit._group_tables(group_id) as t
      loop
        execute format('lock table %s in %s mode', target, needed);
      end loop;
      return;
    exception when lock_not_available or deadlock_detected then
      -- What was locked is free again: nobody waits for long in the queue behind this.
      if clock_timestamp() > until then
        raise;
      end if;
      perform pg_sleep(0.05 + random() / 10);
    end;
  end loop;
end
$function$;

comment on function audit._lock_group(int, text, int) is
  'Locks all tables of a group until the end of the transaction; for a rollback (exclusive) those whose foreign keys or rules it alters against readers too. patience: for how long to try, in ms; each try waits less than half a second for a lock, and then lets go of all. Error: 55P03 (lock_not_available) after that.';

revoke all on function audit._lock_group(int, text, int) from public;
