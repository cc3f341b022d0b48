create or replace function audit._row_modified(
  tracked_id int,
  row_alias  text,
  out modified_at text,
  out modified_by text
)
language sql
stable
set search_path = pg_catalog, pg_temp
as $function$
  -- Source: packages/schema/sql/functions/_row_modified.sql
  select
    coalesce(
      max(
        case c.leaf_type
          when 'timestamptz'::regtype then format('%s.%I', row_alias, c.name)
          -- No session's time zone may show in the log, so a time without a zone counts as UTC.
          when 'timestamp'::regtype then format($sql$%s.%I at time zone 'UTC'$sql$, row_alias, c.name)
          -- A date reaches further than a timestamp.
          when 'date'::regtype then format(
            $sql$case when %1$s.%2$I <= '294276-12-31' or not isfinite(%1$s.%2$I) then %1$s.%2$I::timestamp at time zone 'UTC' end$sql$,
            row_alias, c.name
          )
        end
      ) filter (where c.declared = t.modified_at),
      'null::timestamptz'
    ),
    coalesce(
      max(audit._column_bare_text(row_alias, c.name, c.class)) filter (where c.declared = t.modified_by),
      'null'
    )
  from audit._columns(tracked_id) as c
  join audit.tracked_table as t on t.id = tracked_id
  where not c.masked and not c.virtual;
$function$;

comment on function audit._row_modified(int, text) is
  'SQL expressions for the log''s modified_at and modified_by, read from the row''s own columns; null where the table has none or masks them.';

revoke all on function audit._row_modified(int, text) from public;
