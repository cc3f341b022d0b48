-- audit._day_start, _export_day, _time_text, _check_time_zone, _database_time_zone: whose day it is.

begin;
select plan(25);

set local timezone = 'Asia/Tokyo';

select is(audit._day_start('2026-03-29', 'Europe/Berlin'), '2026-03-28 23:00:00+00'::timestamptz, 'a day begins at its midnight');
select is(
  audit._day_start('2026-03-30', 'Europe/Berlin') - audit._day_start('2026-03-29', 'Europe/Berlin'), interval '23 hours',
  'and has 23 hours when clocks go forward'
);
select is(
  audit._day_start('2026-10-26', 'Europe/Berlin') - audit._day_start('2026-10-25', 'Europe/Berlin'), interval '25 hours',
  'and 25 when they go back'
);
select is(
  audit._day_start('2026-04-06', 'Australia/Lord_Howe') - audit._day_start('2026-04-05', 'Australia/Lord_Howe'), interval '24 hours 30 minutes',
  'or what the zone says'
);
select is(audit._day_start('2026-11-01', 'America/Havana'), '2026-11-01 04:00:00+00'::timestamptz, 'of two midnights the first begins the day');
select is(audit._day_start('2026-03-29', 'Asia/Beirut'), '2026-03-28 22:00:00+00'::timestamptz, 'without a midnight it begins where the clock goes on');
select is(
  audit._day_start('2011-12-31', 'Pacific/Apia') - audit._day_start('2011-12-30', 'Pacific/Apia'), interval '0',
  'and a day that a zone left out has no hours'
);
select is_empty(
  $$ select z.zone, d.day::date
     from unnest('{Europe/Berlin,America/Havana,Asia/Beirut,Pacific/Apia,America/Sao_Paulo,Africa/Cairo,Asia/Kathmandu,Antarctica/Troll}'::text[]) as z (zone)
     cross join generate_series(timestamp '2010-01-01', timestamp '2026-12-31', interval '1 day') as d (day)
     cross join lateral (select audit._day_start(d.day::date, z.zone), audit._day_start(d.day::date + 1, z.zone)) as s (start, finish)
     where s.finish < s.start
       or s.finish > s.start and ((s.start at time zone z.zone)::date <> d.day or ((s.finish - interval '1 microsecond') at time zone z.zone)::date <> d.day) $$,
  'every moment between a day''s bounds has its date, in eight zones and 17 years'
);

select is(audit._time_text('2026-03-29 00:59:59.999999+00', 'Europe/Berlin'), '2026-03-29 01:59:59.999999+01:00', 'a time is written in the zone');
select is(audit._time_text('2026-03-29 01:00:00+00', 'Europe/Berlin'), '2026-03-29 03:00:00.000000+02:00', 'with the offset of that moment');
select is(audit._time_text('2026-01-01 00:00:00+00', 'Asia/Kathmandu'), '2026-01-01 05:45:00.000000+05:45', 'also an odd one');
select is(audit._time_text('2026-01-01 00:00:00+00', 'America/St_Johns'), '2025-12-31 20:30:00.000000-03:30', 'west of Greenwich too');
select is(audit._time_text('2026-01-01 00:00:00+00', 'UTC'), '2026-01-01 00:00:00.000000+00:00', 'and in UTC');

select is(audit._check_time_zone('europe/berlin'), 'Europe/Berlin', 'a zone is known by its name');
select throws_with_hint(
  $$ select audit._check_time_zone('Mars/Olympus') $$,
  'UA022', 'there is no time zone Mars/Olympus', 'Name one of pg_timezone_names, for example Europe/Berlin, or UTC.',
  'one that is not there'
);
select throws_ok($$ select audit._check_time_zone('XYZ+3') $$, 'UA022', 'there is no time zone XYZ+3', 'and what the server would make a zone of');
select is(audit._check_time_zone(null), audit._database_time_zone(), 'none is the database''s');
select isnt(audit._database_time_zone(), 'Asia/Tokyo', 'which is not the session''s');
select lives_ok(format('alter database %I set timezone = %L', current_database(), 'America/Lima'), 'set for the database,');
select is(audit._database_time_zone(), 'America/Lima', 'it counts at once');

select is(audit._export_day(null, 'UTC'), (now() at time zone 'UTC')::date - 1, 'no day is yesterday');
select is(audit._export_day('2026-01-01', 'UTC'), '2026-01-01', 'a day is itself');
select throws_ok(
  $$ select audit._export_day('2999-01-02', 'UTC') $$,
  'UA023', '2999-01-02 has not begun in UTC', 'but not one that lies ahead'
);
select throws_with_hint(
  $$ select audit._export_day('-infinity', 'UTC') $$,
  'UA023', '-infinity is no calendar day',
  format('Name one, for example %s; without one it is yesterday.', (now() at time zone 'UTC')::date - 1),
  'nor one that was never'
);
select throws_ok($$ select audit._export_day('infinity', 'UTC') $$, 'UA023', 'infinity is no calendar day', 'or never will be');

select * from finish();
rollback;
