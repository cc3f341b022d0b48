create or replace view audit.changes_log as
select c.operation, c.changed_data from audit._logged_changes() as c (operation text, changed_data text);

comment on view audit.changes_log is 'The plain log: every change in the typed log tables, those of former times too, in the order of the changes.';
comment on column audit.changes_log.operation is 'INSERT, UPDATE, DELETE, or TRUNCATE: one for each row lost, and one without a row for the statement.';
comment on column audit.changes_log.changed_data is 'The row as text, such as (1,"a name",): the new one of an INSERT or UPDATE, else the old one.';
