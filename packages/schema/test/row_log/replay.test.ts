import { expect, test } from 'vitest';
import { describeModes } from '../support/modes.js';
import { Random } from '../support/random.js';

const seed = Number(process.env.AUDIT_TEST_SEED ?? Date.now() % 1_000_000_007);
const steps = 80;

// The log table from its first row to its last, each old row taken out of a copy and each new one put in, has to give
// the table: in its own types, row for row. Done by the server, so that no value passes through a driver.
describeModes('a log table replayed', ({ client }) => {
  test(`is the table after each of ${steps} random writes, AUDIT_TEST_SEED=${seed}`, {
    timeout: 180_000,
  }, async () => {
    const random = new Random(seed);
    await client().query(`
      set timezone = 'Asia/Kathmandu';
      create type color as enum ('red', 'green', 'blue');
      create type pair as (a int, b text);
      create table subject (
        id int not null, part int not null, note text, amount numeric, at timestamptz, took interval, ratio float8, raw bytea,
        doc jsonb, plain json, tags text[], span int4range, color color, pair pair,
        doubled numeric generated always as (amount * 2) stored, primary key (id, part)
      ) partition by list (part);
      create table subject_0 partition of subject for values in (0);
      create table subject_1 partition of subject for values in (1);
      create table subject_rest partition of subject default;
      select audit.track('subject', row_log => true);
      create table replayed as select * from subject limit 0;
      create sequence ids;
      create function replay_new() returns void language plpgsql as $$
      declare
        line record;
        taken int;
        columns constant text := 'id, part, note, amount, at, took, ratio, raw, doc, plain, tags, span, color, pair, doubled';
      begin
        for line in execute format('select emaj_gid, emaj_verb, emaj_tuple, row(%s)::text as row from audit_log.public_subject_log
          where emaj_gid > coalesce((select max(gid) from position), 0)
          order by emaj_gid, emaj_tuple desc', columns)
        loop
          if line.emaj_tuple = 'OLD' then
            execute format('delete from replayed where ctid = (select ctid from replayed where row(%s)::text = $1 limit 1)', columns) using line.row;
            get diagnostics taken = row_count;
            if taken <> 1 then
              raise exception 'an old row that is not there: % %', line.emaj_verb, line.row;
            end if;
          elsif line.emaj_tuple = 'NEW' then
            execute format('insert into replayed (%1$s) select %1$s from audit_log.public_subject_log where emaj_gid = $1 and emaj_tuple = ''NEW''', columns) using line.emaj_gid;
          end if;
          insert into position values (line.emaj_gid) on conflict do nothing;
        end loop;
      end $$;
      create table position (gid bigint primary key)`);
    const history: string[] = [];

    for (let step = 1; step <= steps; step++) {
      const write = randomWrite(random);
      history.push(write);
      const undone = random.int(8) === 0;
      if (undone) await client().query('begin');
      await client().query(write);
      if (undone) await client().query('rollback');
      await client().query('select replay_new()');
      const { rows } = await client().query(`
        with t as (select id, part, note, amount, at, took, ratio, raw, doc, plain, tags, span, color, pair, doubled from subject),
        r as (select id, part, note, amount, at, took, ratio, raw, doc, plain, tags, span, color, pair, doubled from replayed)
        (select 'missing' as what, t::text as row from t except all select 'missing', r::text from r)
        union all (select 'too many', r::text from r except all select 'too many', t::text from t)`);
      expect(rows, `AUDIT_TEST_SEED=${seed}, after:\n${history.join(';\n')}`).toEqual([]);
    }
  });
});

const row = `nextval('ids'), floor(random() * 3)::int,
  (array['plain', 'a "quoted", one', '', null, E'line\\nbreak'])[1 + floor(random() * 5)::int],
  (array['1.10', '-0.000', '12345678901234567890.123456789', 'NaN', null]::numeric[])[1 + floor(random() * 5)::int],
  (array['infinity', '2026-03-29 02:30:00.123456+02', null]::timestamptz[])[1 + floor(random() * 3)::int],
  (array['1 mon -3 days 04:05:06.7', null]::interval[])[1 + floor(random() * 2)::int],
  (array['NaN', '-Infinity', '0.1', '1e-300', null]::float8[])[1 + floor(random() * 5)::int],
  (array['\\x00ff', '', null]::bytea[])[1 + floor(random() * 3)::int],
  (array['{"a": 1.00}', 'null', '[]', null]::jsonb[])[1 + floor(random() * 4)::int],
  '{"b":  1, "b": 2}'::json,
  case floor(random() * 3)::int when 0 then '{}' when 1 then '{a,NULL,"x,y"}' end::text[],
  case floor(random() * 3)::int when 0 then 'empty' when 1 then '[1,5)' end::int4range,
  (array['red', 'green', null]::color[])[1 + floor(random() * 3)::int],
  (array[row(1, 'x'), row(null, null), null]::pair[])[1 + floor(random() * 3)::int]`;
const columns = 'id, part, note, amount, at, took, ratio, raw, doc, plain, tags, span, color, pair';

function randomWrite(random: Random): string {
  const some = `id % ${2 + random.int(4)} = ${random.int(3)}`;
  return random.pick([
    () =>
      `insert into subject (${columns}) select ${row} from generate_series(1, ${1 + random.int(6)})`,
    () => `insert into subject (${columns}) select ${row}`,
    () => `update subject set note = note || '!', amount = amount + 0.10 where ${some}`,
    () => `update subject set id = id + 100000 where ${some}`,
    () => `update subject set part = (part + ${1 + random.int(2)}) % 4 where ${some}`,
    () =>
      `update subject_1 set tags = tags || 'more'::text, pair = row(id, 'u'), color = 'blue' where ${some}`,
    () => `update subject set doc = doc, note = note where ${some}`,
    () => `delete from subject where ${some}`,
    () =>
      `with gone as (delete from subject where ${some} returning *)
       insert into subject (${columns}) select id + 500000, part, ${columns.split(', ').slice(2).join(', ')} from gone where id < 400000`,
    () =>
      `insert into subject (${columns}) select ${columns} from subject where ${some} on conflict (id, part) do update set ratio = 1.5, raw = '\\xab'`,
    () => (random.int(4) === 0 ? 'truncate subject' : 'truncate subject_0'),
  ])();
}
