import { expect, test } from 'vitest';
import { install } from '../../src/index.js';
import { driverOver } from '../support/driver.js';
import { describeModes, dropEventTriggers, problems } from '../support/modes.js';
import { changes, counts, texts, value } from '../support/records.js';

describeModes(
  'triggers of a tracked table',
  ({ client }) => {
    test('DISABLE TRIGGER ALL is respected until they are enabled again, with a warning and a word in status', async () => {
      await client().query(
        `create table loaded (id int primary key); select audit.track('loaded')`,
      );
      const notices: string[] = [];
      client().on('notice', ({ message }) => notices.push(message ?? ''));
      await client().query('alter table loaded disable trigger all; insert into loaded values (1)');
      client().removeAllListeners('notice');
      expect(notices).toEqual([
        'all triggers of public.loaded are disabled: changes to it are not recorded until they are enabled again',
      ]);
      expect(await changes(client(), 'loaded')).toEqual([]);
      expect(await problems(client(), 'loaded')).toHaveLength(4);
      await client().query(
        'alter table loaded add x int; alter table loaded enable trigger all; insert into loaded values (2, 2)',
      );
      expect(await changes(client(), 'loaded')).toEqual(['I 2 {"x": 2, "id": 2}']);
      expect(await problems(client(), 'loaded')).toEqual([]);
    });

    test('a single one that is disabled, dropped or renamed is put right by the next schema change', async () => {
      await client().query(
        `create table poked (id int primary key, x int); select audit.track('poked')`,
      );
      await client().query('alter table poked disable trigger audit_insert');
      expect(await problems(client(), 'poked')).toEqual([]);
      await client().query(
        'alter trigger audit_update on poked rename to mine; drop trigger audit_delete on poked',
      );
      expect(await problems(client(), 'poked')).toHaveLength(2);
      await client().query(
        'alter table poked add y int; insert into poked values (1); update poked set y = 2; delete from poked',
      );
      expect(await counts(client(), 'poked')).toEqual({ I: 1, U: 1, D: 1 });
      expect(await problems(client(), 'poked')).toEqual([]);
      expect(
        await value(
          client(),
          `select count(*)::int from pg_trigger where tgrelid = 'poked'::regclass`,
        ),
      ).toBe(4);
    });

    test('one with the number of another table, as a restore can leave it, is none of its own', async () => {
      await client().query(`
        create table renumbered (id int primary key); select audit.track('renumbered');
        drop trigger audit_truncate on renumbered;
        create trigger audit_truncate after truncate on renumbered for each statement execute function audit._capture_truncate('4711')`);
      expect(await problems(client(), 'renumbered')).toEqual([
        'trigger audit_truncate is missing or disabled on public.renumbered; call audit.track again',
      ]);
      await client().query(`select audit.track('renumbered'); truncate renumbered`);
      expect(await problems(client(), 'renumbered')).toEqual([]);
      expect(await counts(client(), 'renumbered')).toEqual({ T: 1 });
    });

    test('one that is ENABLE ALWAYS stays so, through schema changes and track', async () => {
      await client().query(`
        create table always (id int primary key); select audit.track('always');
        alter table always enable always trigger audit_insert;
        alter table always add x int;
        select audit.track('always')`);
      expect(
        await value(
          client(),
          `select tgenabled from pg_trigger where tgrelid = 'always'::regclass and tgname = 'audit_insert'`,
        ),
      ).toBe('A');
      await client().query(
        `set session_replication_role = replica; insert into always values (1, 1); reset session_replication_role`,
      );
      expect(await counts(client(), 'always')).toEqual({ I: 1 });
      expect(await problems(client(), 'always')).toEqual([]);
    });

    test('a trigger of the application with our name makes the schema change that needs it fail, clearly', async () => {
      await client().query(`
        create table named (id int primary key) partition by list (id);
        select audit.track('named');
        create function own() returns trigger language plpgsql as 'begin return null; end';
        create table named_1 (id int not null);
        create trigger audit_insert after insert on named_1 for each statement execute function own()`);
      await expect(
        client().query('alter table named attach partition named_1 for values in (1)'),
      ).rejects.toMatchObject({
        code: 'UA017',
      });
    });

    test('masked values keep out of the queries of other tables after the masked table is renamed, attached to or dropped', async () => {
      await client().query(`
        create table users (id int primary key, pass text);
        create table other (id int primary key);
        select audit.track('other'), audit.track('users', masked => '{pass}');
        alter table users rename to accounts`);
      await client().query(
        `with a as (insert into accounts values (1, 'hidden')) insert into other values (1)`,
      );
      await client().query('create table staff () inherits (accounts)');
      await client().query(
        `with a as (insert into staff values (2, 'hidden')) insert into other values (2)`,
      );
      await client().query('insert into other values (3) -- users');
      await client().query('drop table accounts cascade');
      await client().query('insert into other values (4) -- accounts');
      expect(await texts(client(), 'other', 'client_query')).toEqual([
        null,
        null,
        'insert into other values (3) -- users',
        'insert into other values (4) -- accounts',
      ]);
    });

    test('an install after somebody has dropped the event triggers makes them again; rows are recorded once in each state', async () => {
      await client().query(`
        create table round (id int, region int, primary key (id, region)) partition by list (region);
        create table round_1 partition of round for values in (1);
        select audit.track('round')`);
      const write = (id: number) =>
        client().query(
          `insert into round values (${id}, 1); insert into round_1 values (${id + 1}, 1)`,
        );
      await write(10);
      await dropEventTriggers(client());
      await write(20);
      expect(await problems(client(), 'round')).toContain(
        'it was tracked where event triggers follow schema changes, and they are missing; run audit-cli install, or call audit.track again',
      );
      await client().query(`select audit.track('round')`);
      expect(await problems(client(), 'round')).toEqual([]);
      await write(30);
      await install(driverOver(client()));
      expect(await problems(client(), 'round')).toEqual([]);
      await write(40);
      expect((await changes(client(), 'round')).map((line) => line.split('∆')[0])).toEqual(
        [10, 11, 20, 21, 30, 31, 40, 41].map((id) => `I ${id}`),
      );
    });
  },
  ['statement'],
);
