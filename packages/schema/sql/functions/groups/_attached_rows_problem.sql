create or replace function audit._attached_rows_problem(tracked_id int, relation regclass, partitions regclass[], round int) returns text
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $function$
-- Source: packages/schema/sql/functions/groups/_attached_rows_problem.sql
-- A new partition is no obstacle, but rows that came with it are in no log.
declare
  net      constant text := audit._net_table(tracked_id, round);
  part     regclass;
  has_rows boolean;
begin
  for part in
    select d from audit._descendants(relation) as d join pg_class as c on c.oid = d
    where d <> all (partitions) and c.relkind = 'r'
  loop
    execute format(
      'select exists (select from only %s as r where not exists (%s))',
      part,
      case
        when to_regclass(net) is null then 'select where false'
        else format(
          'select from %s as d where d.now_ref is not null and %s',
          net,
          coalesce(
            audit._key_matches(relation, 'r', 'd'),
            format('%s = %s', audit._row_image(relation, '(d.now_row)'), audit._row_image(relation, 'r'))
          )
        )
      end
    ) into has_rows;
    if has_rows then
      return format('partition %s was attached since the mark, with rows in it', part);
    end if;
  end loop;
  return null;
end
$function$;

comment on function audit._attached_rows_problem(int, regclass, regclass[], int) is
  'What is wrong with the partitions that a table has got since a mark; null where every row in them was logged.';

revoke all on function audit._attached_rows_problem(int, regclass, regclass[], int) from public;
