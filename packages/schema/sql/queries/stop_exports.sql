-- Their jobs would go on calling what is no longer there.
select audit.unschedule_export(s.relid) from audit.export_schedule as s order by s.id;
