-- What is recorded does not depend on the session's settings.
-- Engines: both

begin;
select plan(9);

create type moment as (at timestamptz, took interval);
create domain price as money;
create table measured (
  id int primary key, at timestamptz, clock timetz, took interval, raw bytea, ratio float8, single float4, paid price,
  day date, span tstzrange, pair moment, times timestamptz[], waits interval[], blobs bytea[], ratios float8[], at_local timestamp
);
select audit.track('measured', key => '{id,at,took,raw,ratio}');

create function write_all() returns void language sql as $$
  insert into public.measured values (
    1, timestamptz '2026-03-29 01:30:00.123456+00', timetz '01:30:00+00', interval '1 year 2 mons -3 days 04:05:06.7', '\x00ff41', 0.1::float8 + 0.2::float8, 1.1::float4 * 3, '1234.5'::numeric::money,
    '2026-03-29', tstzrange('2026-03-29 01:30:00+00', '2026-03-30 01:30:00+00'), row('2026-03-29 01:30:00+00'::timestamptz, interval '-1 day 2 hours')::public.moment,
    array['2026-03-29 01:30:00+00'::timestamptz], array[interval '1 day -1 hour'], array['\x00ff'::bytea], array[0.1::float8 + 0.2::float8], '2026-03-29 02:30:00'
  );
  update public.measured set
    at = at + interval '1 hour', clock = clock + interval '1 hour', took = -took, raw = raw || '\x01'::bytea, ratio = ratio * 3, single = single * 3, paid = paid + paid,
    day = day + 1, span = tstzrange(lower(span), null), pair = row((pair).at, interval '1 mon')::public.moment, times = times || times, waits = waits || waits,
    blobs = blobs || blobs, ratios = ratios || ratios, at_local = at_local + interval '1 hour';
  delete from public.measured;
$$;

select write_all();
create temporary table expected as
select row_number() over (order by id) as n, data_id, raw_data::text, diff::text, json_diff::text from audit.data_op_log;

create function same_as_before(setting text, value text) returns text language plpgsql as $$
declare last_id constant bigint := (select max(id) from audit.data_op_log);
begin
  perform set_config(setting, value, true);
  perform public.write_all();
  execute format('set local %s to default', setting);
  set local search_path = public;
  return set_eq(
    format('select row_number() over (order by id) as n, data_id, raw_data::text, diff::text, json_diff::text from audit.data_op_log where id > %s', last_id),
    'select * from expected',
    format('%s = %s', setting, value)
  );
end
$$;

select same_as_before('timezone', 'Asia/Kathmandu');
select same_as_before('datestyle', 'German, DMY');
select same_as_before('intervalstyle', 'iso_8601');
select same_as_before('bytea_output', 'escape');
select same_as_before('extra_float_digits', '-5');
select same_as_before('search_path', 'pg_catalog');
select same_as_before('lc_monetary', 'C');
select same_as_before('row_security', 'off');
select same_as_before('xmloption', 'document');

select * from finish();
rollback;
