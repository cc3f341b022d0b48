import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { changes, value } from '../support/records.js';

describeModes(
  'event triggers follow inheritance',
  ({ client }) => {
    test('a child that comes later is recorded at once, under the parent’s name', async () => {
      await client().query(`
        create table animal (id int primary key, name text);
        select audit.track('animal');
        create table dog () inherits (animal);
        insert into dog values (1, 'rex');
        create table cat (id int not null, name text);
        alter table cat inherit animal;
        insert into cat values (2, 'tom');
        create table kitten () inherits (cat);
        insert into kitten values (3, 'kit');
        update animal set name = upper(name);
        delete from kitten`);
      expect(await changes(client(), 'animal')).toEqual([
        'I 1 {"id": 1, "name": "rex"}',
        'I 2 {"id": 2, "name": "tom"}',
        'I 3 {"id": 3, "name": "kit"}',
        'U 1 name: "rex" -> "REX"',
        'U 2 name: "tom" -> "TOM"',
        'U 3 name: "kit" -> "KIT"',
        'D 3 {"id": 3, "name": "KIT"}',
      ]);
      expect(await problems(client(), 'animal')).toEqual([]);
    });

    test('a child that is let go is no longer recorded, nor is what inherits from it', async () => {
      await client().query(`
        create table plant (id int primary key);
        create table tree () inherits (plant);
        create table oak () inherits (tree);
        select audit.track('plant');
        alter table tree no inherit plant;
        insert into tree values (1);
        insert into oak values (2);
        truncate tree;
        insert into plant values (3)`);
      expect(await changes(client(), 'plant')).toEqual(['I 3 {"id": 3}']);
      expect(
        await value(
          client(),
          `select count(*)::int from pg_trigger where tgrelid in ('tree'::regclass, 'oak'::regclass)`,
        ),
      ).toBe(0);
      expect(await problems(client(), 'plant')).toEqual([]);
    });

    test('a change of the parent’s columns reaches the children', async () => {
      await client().query(`
        create table thing (id int primary key, a int);
        create table gadget (b int) inherits (thing);
        select audit.track('thing');
        alter table thing add c text, drop a;
        insert into gadget (id, b, c) values (1, 2, 'c');
        update gadget set c = 'd';
        alter table gadget drop b;
        update thing set c = 'e';
        drop table gadget;
        insert into thing values (2, 'f')`);
      expect((await changes(client(), 'thing')).slice(1)).toEqual([
        'U 1 c: "c" -> "d"',
        'U 1 c: "d" -> "e"',
        'I 2 {"c": "f", "id": 2}',
      ]);
      expect(await problems(client(), 'thing')).toEqual([]);
    });
  },
  ['statement'],
);

describeModes(
  'without event triggers, inheritance',
  ({ client }) => {
    test('a child that comes later is recorded through the parent only, until track is called again: status says so', async () => {
      await client().query(`
        create table animal (id int primary key);
        select audit.track('animal');
        create table dog () inherits (animal);
        insert into dog values (1);
        update animal set id = 2`);
      expect(await changes(client(), 'animal')).toEqual(['U 2 id: 1 -> 2']);
      expect(await problems(client(), 'animal')).toContain(
        'trigger audit_insert is missing or disabled on public.dog; call audit.track again',
      );
      await client().query(`select audit.track('animal'); insert into dog values (3)`);
      expect((await changes(client(), 'animal')).slice(1)).toEqual(['I 3 {"id": 3}']);
      expect(await problems(client(), 'animal')).toEqual([]);
    });

    test('a child that is let go is recorded until track is called again: status says so', async () => {
      await client().query(`
        create table plant (id int primary key);
        create table tree () inherits (plant);
        select audit.track('plant');
        alter table tree no inherit plant;
        insert into tree values (1)`);
      expect(await changes(client(), 'plant')).toEqual(['I 1 {"id": 1}']);
      expect(await problems(client(), 'plant')).toEqual([
        'public.tree is no part of it any more, but is recorded under its name; call audit.track again',
      ]);
      await client().query(`select audit.track('plant'); insert into tree values (2)`);
      expect(await changes(client(), 'plant')).toHaveLength(1);
      expect(await problems(client(), 'plant')).toEqual([]);
    });
  },
  ['agnostic'],
);
