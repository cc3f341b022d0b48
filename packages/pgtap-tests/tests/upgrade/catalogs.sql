-- Upgraded equals fresh: after an upgrade from each released version, the catalogs are those of a new installation.
-- The runner has installed and used that version, upgraded it, and left a fresh installation's audit_catalog() in the
-- table fresh_catalog.

begin;
select plan(4);

select cmp_ok((select count(*) from fresh_catalog), '>', 100::bigint, 'there is much to compare');
select is_empty('select kind, name from fresh_catalog except select kind, name from audit_catalog()', 'nothing that a fresh installation has is missing');
select is_empty('select kind, name from audit_catalog() except select kind, name from fresh_catalog', 'nothing is left over');
select is_empty(
  'select kind, name from fresh_catalog as f join audit_catalog() as u using (kind, name) where u.definition is distinct from f.definition',
  'nothing is different'
);

select * from finish();
rollback;
