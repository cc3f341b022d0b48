import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { testServer } from '@audit/test-db';
import { from as copyFrom } from 'pg-copy-streams';
import { expect, test } from 'vitest';
import { describeModes } from '../support/modes.js';
import { logged } from './support/logged.js';

const { majorVersion } = testServer();

describeModes('the log table after', ({ client }) => {
  test('an update that nothing compared notices, and one of nothing', async () => {
    await client().query(`
      create table quiet (id int primary key, seen int);
      select audit.track('quiet', ignored => '{seen}', row_log => true);
      insert into quiet values (1, 1);
      update quiet set seen = 2;
      update quiet set seen = 3 where id = 7`);
    expect((await logged(client(), 'public_quiet_log', 'id, seen')).slice(1)).toEqual([
      '2 UPD OLD 1,1',
      '2 UPD NEW 1,2',
    ]);
  });

  test('keys shifted through each other, with and without a key', async () => {
    await client().query(`
      create table shifted (id int, note text);
      select audit.track('shifted', key => '{}', row_log => true);
      insert into shifted select i, 'n' || i from generate_series(1, 3) as i;
      update shifted set id = id + 1`);
    expect((await logged(client(), 'public_shifted_log', 'id, note')).slice(3)).toEqual([
      '4 UPD OLD 1,n1',
      '4 UPD NEW 2,n1',
      '5 UPD OLD 2,n2',
      '5 UPD NEW 3,n2',
      '6 UPD OLD 3,n3',
      '6 UPD NEW 4,n3',
    ]);
  });

  test('an upsert', async () => {
    await client().query(`
      create table merged (id int primary key, n int);
      select audit.track('merged', row_log => true);
      insert into merged values (1, 1);
      insert into merged values (1, 5), (2, 2) on conflict (id) do update set n = excluded.n`);
    expect(
      (await logged(client(), 'public_merged_log', 'id, n'))
        .slice(1)
        .map((line) => line.replace(/^\d+ /, ''))
        .sort(),
    ).toEqual(['INS NEW 2,2', 'UPD NEW 1,5', 'UPD OLD 1,1']);
  });

  test.skipIf(majorVersion < 15)('a MERGE [needs PostgreSQL 15]', async () => {
    await client().query(`
      create table met (id int primary key, n int);
      select audit.track('met', row_log => true);
      insert into met values (1, 1), (2, 2);
      merge into met using (values (1, 9), (2, null), (3, 3)) as s (id, n) on met.id = s.id
        when matched and s.n is null then delete
        when matched then update set n = s.n
        when not matched then insert values (s.id, s.n)`);
    expect(
      (await logged(client(), 'public_met_log', 'id, n'))
        .slice(2)
        .map((line) => line.replace(/^\d+ /, ''))
        .sort(),
    ).toEqual(['DEL OLD 2,2', 'INS NEW 3,3', 'UPD NEW 1,9', 'UPD OLD 1,1']);
  });

  test('cascades, in the order of the changes across the tables', async () => {
    await client().query(`
      create table head (id int primary key);
      create table tail (id int primary key, a int references head on delete set null, b int references head on delete set null);
      select audit.track('head', row_log => true), audit.track('tail', row_log => true);
      insert into head values (1); insert into tail values (10, 1, 1);
      delete from head`);
    expect((await logged(client(), 'public_tail_log', 'id, a, b')).slice(1)).toEqual([
      '2 UPD OLD 10,1,1',
      '2 UPD NEW 10,,1',
      '3 UPD OLD 10,,1',
      '3 UPD NEW 10,,',
    ]);
    const { rows } = await client().query(
      `select verb from (select emaj_gid, 'head ' || emaj_verb from audit_log.public_head_log
         union all select emaj_gid, 'tail ' || emaj_verb from audit_log.public_tail_log where emaj_tuple <> 'OLD') as l (gid, verb)
       order by gid`,
    );
    expect(rows.map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['head INS', 'tail INS', 'tail UPD', 'head DEL']),
    );
    expect(rows.slice(0, 2).map(({ verb }) => verb)).toEqual(['head INS', 'tail INS']);
  });

  test('a row that moves to another partition, one that is refused there, and direct writes', async () => {
    await client().query(`
      create table moved (id int, part text, primary key (id, part)) partition by list (part);
      create table moved_a partition of moved for values in ('a');
      create table moved_b partition of moved for values in ('b');
      select audit.track('moved', row_log => true);
      create table moved_c partition of moved for values in ('c');
      create function refuse() returns trigger language plpgsql as 'begin if new.id = 2 then return null; end if; return new; end';
      create trigger refuse before insert on moved_b for each row execute function refuse();
      insert into moved values (1, 'a'), (2, 'a'), (3, 'a');
      insert into moved_c values (4, 'c');
      update moved_c set id = 5;
      delete from moved_c;
      update moved set part = 'b' where id <> 3`);
    const log = await logged(client(), 'public_moved_log', 'id, part');
    expect(log.slice(0, 7)).toEqual([
      '1 INS NEW 1,a',
      '2 INS NEW 2,a',
      '3 INS NEW 3,a',
      '4 INS NEW 4,c',
      '5 UPD OLD 4,c',
      '5 UPD NEW 5,c',
      '6 DEL OLD 5,c',
    ]);
    // The key holds the partition: neither row is the other's counterpart.
    expect(
      log
        .slice(7)
        .map((line) => line.replace(/^\d+ /, ''))
        .sort(),
    ).toEqual(['DEL OLD 1,a', 'DEL OLD 2,a', 'INS NEW 1,b']);
    await client().query(
      `delete from moved where id = 1; update moved set part = 'b' where id = 3`,
    );
    expect(
      (await logged(client(), 'public_moved_log', 'id, part'))
        .slice(-2)
        .map((l) => l.replace(/^\d+ /, '')),
    ).toEqual(['UPD OLD 3,a', 'UPD NEW 3,b']);
  });

  test('COPY and 20,000 rows updated at once, numbered in their order', async () => {
    await client().query(`
      create table many (id int, filler text);
      select audit.track('many', key => '{}', row_log => true)`);
    const lines = Array.from({ length: 20_000 }, (_, n) => `${n}\t${'x'.repeat(200)}\n`);
    await pipeline(Readable.from(lines), client().query(copyFrom('copy many from stdin')));
    await client().query('update many set id = id + 100000');
    const { rows } = await client().query(
      `select emaj_verb as verb, count(*)::int, count(distinct emaj_gid)::int as gids,
         bool_and(step is null or step = 1) as ascending
       from (select emaj_verb, emaj_gid, case when emaj_tuple = 'NEW' then id - lag(id) over (partition by emaj_verb, emaj_tuple order by emaj_gid) end as step from audit_log.public_many_log) as l
       group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { verb: 'INS', count: 20_000, gids: 20_000, ascending: true },
      { verb: 'UPD', count: 40_000, gids: 20_000, ascending: true },
    ]);
    const { rows: pairs } = await client().query(
      `select count(*)::int from audit_log.public_many_log as o join audit_log.public_many_log as n using (emaj_gid)
       where o.emaj_tuple = 'OLD' and n.emaj_tuple = 'NEW' and n.id = o.id + 100000`,
    );
    expect(pairs).toEqual([{ count: 20_000 }]);
  });

  test('masked columns hold null, virtual ones are left out, inheritance children write the parent’s', async () => {
    await client().query(`
      create table secret (id int primary key, word text, tags int[], collated text collate "C");
      create table sub (more int) inherits (secret);
      select audit.track('secret', masked => '{word}', row_log => true);
      insert into secret values (1, 'pass', '{1,2}');
      insert into sub values (2, 'word', null, 'x', 9);
      update secret set word = 'other';
      delete from only secret`);
    const log = await logged(client(), 'public_secret_log', 'id, word, tags, collated');
    expect(log.map((line) => line.replace(/^\d+ /, '')).sort()).toEqual([
      'DEL OLD 1,,{1,2},',
      'INS NEW 1,,{1,2},',
      'INS NEW 2,,,x',
      'UPD NEW 1,,{1,2},',
      'UPD NEW 2,,,x',
      'UPD OLD 1,,{1,2},',
      'UPD OLD 2,,,x',
    ]);
    const { rows } = await client().query(
      `select attcollation::regcollation::text as collation from pg_attribute where attrelid = 'audit_log.public_secret_log'::regclass and attname = 'collated'`,
    );
    expect(rows).toEqual([{ collation: '"C"' }]);
  });

  test('a table of 1,000 columns, and one without any', async () => {
    await client().query(`
      do $$ begin
        execute format('create table wide (id int primary key, %s)', (select string_agg(format('c%s bigint', i), ', ') from generate_series(1, 1000) as i));
      end $$;
      create table bare ();
      select audit.track('wide', row_log => true), audit.track('bare', key => '{}', row_log => true);
      insert into wide (id, c1, c1000) values (1, 1, 2);
      update wide set c1000 = 3;
      insert into bare default values;
      do $$ begin
        execute format('update wide set %s', (select string_agg(format('c%s = %1$s', i), ', ') from generate_series(1, 1000) as i));
      end $$`);
    expect(await logged(client(), 'public_wide_log', 'id, c1, c1000')).toEqual(
      expect.arrayContaining(['1 INS NEW 1,1,2', '2 UPD OLD 1,1,2', '2 UPD NEW 1,1,3']),
    );
    expect(await logged(client(), 'public_bare_log', 'emaj_verb')).toEqual(['1 INS NEW INS']);
  });
});
