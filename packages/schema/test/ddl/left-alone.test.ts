import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { changes, counts, value } from '../support/records.js';

describeModes(
  'what is no change of a tracked table is left alone',
  ({ client }) => {
    test('CREATE TABLE AS, SELECT INTO, LIKE, temporary tables, views and indexes', async () => {
      await client().query(`
        create table source (id int primary key, qty int);
        select audit.track('source');
        insert into source values (1, 1)`);
      await client().query(`
        create table copied as select * from source;
        select * into copied_into from source;
        create table alike (like source including all);
        create temp table source_temp as table source;
        create temp table scratch (id int) on commit drop;
        create view seen as select * from source;
        create materialized view frozen as select * from source;
        create index on source (qty);
        comment on table source is 'x';
        update copied set qty = 2; delete from copied_into; insert into alike values (5, 5); insert into source_temp values (9, 9);
        drop table source_temp;
        refresh materialized view frozen`);
      expect(await counts(client(), 'source')).toEqual({ I: 1 });
      expect(await value(client(), 'select count(*)::int from audit.data_op_log')).toBe(1);
      expect(
        await value(
          client(),
          `select count(*)::int from pg_trigger where tgrelid = any ('{copied,copied_into,alike}'::regclass[])`,
        ),
      ).toBe(0);
      expect(await problems(client(), 'source')).toEqual([]);
    });

    test('a temporary table of the same name takes the writes, and they are not recorded', async () => {
      await client().query(`
        create table shadowed (id int primary key);
        select audit.track('shadowed');
        create temp table shadowed (id int primary key);
        insert into shadowed values (1);
        alter table shadowed add x int;
        insert into public.shadowed values (2);
        drop table shadowed;
        insert into shadowed values (3)`);
      expect(await changes(client(), 'shadowed')).toEqual(['I 2 {"id": 2}', 'I 3 {"id": 3}']);
    });

    test('VACUUM FULL, CLUSTER, SET UNLOGGED, REINDEX and a new owner', async () => {
      await client().query(`
        create table moved (id int primary key, qty int);
        select audit.track('moved');
        insert into moved values (1, 1);
        create role heir`);
      for (const command of [
        'vacuum full moved',
        'cluster moved using moved_pkey',
        'alter table moved set unlogged',
        'alter table moved set logged',
        'reindex table moved',
        'alter table moved owner to heir',
      ]) {
        await client().query(command);
        await client().query('update moved set qty = qty + 1');
      }
      expect(await counts(client(), 'moved')).toEqual({ I: 1, U: 6 });
      expect(await problems(client(), 'moved')).toEqual([]);
      await client().query('drop table moved; drop role heir');
    });

    test('a schema change elsewhere touches no capture function, however many tables are tracked', async () => {
      await client().query(`
        do $$ begin
          for n in 1..50 loop
            execute format('create table many_%s (id int primary key)', n);
            perform audit.track(format('many_%s', n)::regclass);
          end loop;
        end $$`);
      const state = () =>
        value(
          client(),
          `select md5(string_agg(oid || ' ' || xmin::text, ',' order by oid)) from pg_proc where proname ~ '^_capture_\\d'`,
        );
      const before = await state();
      await client().query(`
        create table elsewhere (id int);
        alter table elsewhere add x int, drop id;
        create type mood as enum ('good'); alter type mood rename value 'good' to 'bad'; alter type mood rename to temper;
        create schema aside; alter schema aside rename to away;
        drop table elsewhere; drop type temper; drop schema away`);
      expect(await state()).toBe(before);
    });
  },
  ['statement'],
);
