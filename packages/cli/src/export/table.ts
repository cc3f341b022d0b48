import type { AuditDriver, EntryFilter } from '@audit/client';
import { AuditError } from '@audit/schema';

/**
 * The filter with the table's schema, which a bare name leaves open.
 *
 * @throws where there is no such table and no history of one, or where there are several.
 */
export async function namedTable(
  driver: Pick<AuditDriver, 'query'>,
  filter: EntryFilter,
): Promise<EntryFilter> {
  const { table, schema } = filter;
  if (table === undefined) return filter;
  const dot = table.indexOf('.');
  const [givenSchema, name] =
    schema !== undefined || dot < 0 ? [schema, table] : [table.slice(0, dot), table.slice(dot + 1)];
  const { rows } = await driver.query<{ schema: string }>(
    `select n.nspname::text as schema
from audit.tracked_table as t
join pg_catalog.pg_class as c on c.oid = t.relid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relname = $1 and n.nspname = coalesce($2, n.nspname)
union
select * from (
  select l.schema_name from audit.data_op_log as l
  where l.table_name = $1 and l.schema_name = coalesce($2, l.schema_name)
  limit 1
) as recorded
order by 1`,
    [name, givenSchema ?? null],
  );
  const [only] = rows;
  if (only === undefined) {
    throw new AuditError(`there is no history of a table ${table}`, {
      code: 'UA020',
      hint: '`audit-cli status` lists the tables that are tracked; the name is written as it is stored, without quotes.',
    });
  }
  if (rows.length > 1) {
    const names = rows.map((row) => `${row.schema}.${name}`).join(', ');
    throw new AuditError(`there are several tables ${table}: ${names}`, {
      code: 'UA020',
      hint: 'Name the schema too.',
    });
  }
  return { ...filter, schema: only.schema, table: name };
}
