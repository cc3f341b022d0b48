-- All that the catalogs hold of the schema audit, as text that does not depend on oids: for comparing two databases.
create function audit_catalog() returns table (kind text, name text, definition text)
language sql stable
set search_path = pg_catalog, public
as $$
  select 'schema', nspname::text, concat_ws(' | ', nspacl::text, obj_description(oid, 'pg_namespace'))
  from pg_namespace where nspname = 'audit'
  union all
  select 'relation', oid::regclass::text,
    concat_ws(' | ', relkind, relpersistence, relispartition, pg_get_expr(relpartbound, oid), pg_get_partkeydef(oid), relrowsecurity, reloptions::text, relacl::text,
      obj_description(oid, 'pg_class'), case when relkind = 'v' then pg_get_viewdef(oid) end)
  from pg_class where relnamespace = 'audit'::regnamespace and relkind <> 'i'
  union all
  select 'column', format('%s.%I', a.attrelid::regclass, a.attname),
    concat_ws(' | ', row_number() over (partition by a.attrelid order by a.attnum), format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
      a.attacl::text, pg_get_expr(d.adbin, d.adrelid), a.attstorage, a.attcollation::regcollation, col_description(a.attrelid, a.attnum))
  from pg_attribute as a
  join pg_class as c on c.oid = a.attrelid and c.relnamespace = 'audit'::regnamespace and c.relkind <> 'i'
  left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attnum > 0 and not a.attisdropped
  union all
  select 'sequence', s.seqrelid::regclass::text,
    concat_ws(' | ', s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmax, s.seqmin, s.seqcache, s.seqcycle,
      (select format('%s.%s', d.refobjid::regclass, d.refobjsubid) from pg_depend as d where d.objid = s.seqrelid and d.deptype in ('a', 'i') and d.refobjsubid > 0))
  from pg_sequence as s join pg_class as c on c.oid = s.seqrelid where c.relnamespace = 'audit'::regnamespace
  union all
  select 'index', i.indexrelid::regclass::text, concat_ws(' | ', pg_get_indexdef(i.indexrelid), i.indisprimary, i.indisvalid)
  from pg_index as i join pg_class as c on c.oid = i.indrelid where c.relnamespace = 'audit'::regnamespace
  union all
  select 'constraint', format('%s.%I', conrelid::regclass, conname), concat_ws(' | ', pg_get_constraintdef(oid), convalidated)
  from pg_constraint where connamespace = 'audit'::regnamespace
  union all
  select 'function', p.oid::regprocedure::text, concat_ws(' | ', pg_get_functiondef(p.oid), p.proacl::text, obj_description(p.oid, 'pg_proc'))
  from pg_proc as p where p.pronamespace = 'audit'::regnamespace and p.prokind in ('f', 'p')
  union all
  select 'type', t.oid::regtype::text,
    concat_ws(' | ', t.typtype, t.typacl::text, format_type(t.typbasetype, t.typtypmod), obj_description(t.oid, 'pg_type'),
      (select string_agg(e.enumlabel, ', ' order by e.enumsortorder) from pg_enum as e where e.enumtypid = t.oid))
  from pg_type as t where t.typnamespace = 'audit'::regnamespace
  union all
  select 'trigger', format('%s.%I', g.tgrelid::regclass, g.tgname), concat_ws(' | ', pg_get_triggerdef(g.oid), g.tgenabled)
  from pg_trigger as g join pg_proc as p on p.oid = g.tgfoid where p.pronamespace = 'audit'::regnamespace and not g.tgisinternal
  union all
  select 'event trigger', evtname::text, concat_ws(' | ', evtevent, evtfoid::regprocedure, evtenabled, evttags::text)
  from pg_event_trigger where evtfoid in (select oid from pg_proc where pronamespace = 'audit'::regnamespace)
  union all
  select 'setting', param_key, param_value_text from audit.param
  union all
  select 'migration', version::text, m.name from audit.schema_migration as m
  order by 1, 2
$$;
