-- COPY FROM: one record per row.

begin;
select plan(2);

create table note (id int primary key, body text);
select audit.track('note');

-- A file of the server's own, so that no client has to send the data.
do $$
declare file constant text := current_setting('data_directory') || '/copied.csv';
begin
  execute format($copy$ copy (select n, 'line ' || n from generate_series(1, 2500) as n) to %L (format csv) $copy$, file);
  execute format($copy$ copy note from %L (format csv) $copy$, file);
end
$$;

select is((select count(*) from audit.data_op_log where action = 'I'), 2500::bigint, 'each row that is copied in is recorded');
select is((last_record()).raw_data, '{"id": 2500, "body": "line 2500"}', 'whole');

select * from finish();
rollback;
