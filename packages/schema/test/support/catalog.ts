import type pg from 'pg';

/** Everything that the catalogs say of the schema, by name and without oids, to compare two states of it. */
export async function catalog(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ fact: string }>(`
    select format('%s %s %s %s', c.relkind, c.relname, c.relacl, obj_description(c.oid, 'pg_class')) as fact
    from pg_class as c where c.relnamespace = 'audit'::regnamespace
    union all
    select format('column %s.%s %s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
      pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum))
    from pg_class as c
    join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef as d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'audit'::regnamespace
    union all
    select format('constraint %s %s', c.conname, pg_get_constraintdef(c.oid))
    from pg_constraint as c where c.connamespace = 'audit'::regnamespace
    union all
    select format('index %s', pg_get_indexdef(i.indexrelid))
    from pg_index as i join pg_class as c on c.oid = i.indrelid where c.relnamespace = 'audit'::regnamespace
    union all
    select format('trigger %s %s', pg_get_triggerdef(g.oid), g.tgenabled)
    from pg_trigger as g join pg_class as c on c.oid = g.tgrelid
    where c.relnamespace = 'audit'::regnamespace and not g.tgisinternal
    union all
    select format('function %s %s %s %s', p.oid::regprocedure, pg_get_functiondef(p.oid), p.proacl, obj_description(p.oid, 'pg_proc'))
    from pg_proc as p where p.pronamespace = 'audit'::regnamespace
    union all
    select format('view %s %s', c.relname, pg_get_viewdef(c.oid))
    from pg_class as c where c.relnamespace = 'audit'::regnamespace and c.relkind = 'v'
    order by 1`);
  return rows.map(({ fact }) => fact);
}
