import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { changes } from '../support/records.js';

describeModes('a change of a type that a tracked table uses', ({ client }) => {
  test('DROP TYPE … CASCADE takes the column along', async () => {
    await client().query(`
      create type mood as enum ('good', 'bad');
      create table moody (id int primary key, m mood, ms mood[]);
      select audit.track('moody');
      insert into moody values (1, 'good', '{bad}');
      drop type mood cascade;
      insert into moody values (2);
      delete from moody where id = 1`);
    expect(await changes(client(), 'moody')).toEqual([
      'I 1 {"m": "good", "id": 1, "ms": ["bad"]}',
      'I 2 {"id": 2}',
      'D 1 {"id": 1}',
    ]);
    expect(await problems(client(), 'moody')).toEqual([]);
  });

  test('DROP of an extension, a domain or a function takes columns along', async () => {
    await client().query(`
      create domain cents as int;
      create function twice(int) returns int immutable language sql as 'select $1 * 2';
      create table priced (id int primary key, price cents, doubled int generated always as (twice(id)) stored);
      select audit.track('priced');
      insert into priced values (1, 100);
      drop function twice cascade;
      drop domain cents cascade;
      insert into priced values (2)`);
    expect((await changes(client(), 'priced')).slice(1)).toEqual(['I 2 {"id": 2}']);
    expect(await problems(client(), 'priced')).toEqual([]);
  });

  test('a composite type that gains, renames and loses an attribute', async () => {
    await client().query(`
      create type point3 as (x int, y int);
      create table placed (id int primary key, p point3);
      select audit.track('placed');
      insert into placed values (1, row(1, 2));
      alter type point3 add attribute z int;
      update placed set p = row(1, 2, 3);
      alter type point3 rename attribute x to ex;
      update placed set p = row(2, 2, 3);
      alter type point3 drop attribute y;
      update placed set p = row(2, 4)`);
    expect((await changes(client(), 'placed')).slice(1)).toEqual([
      'U 1 p: {"x": 1, "y": 2, "z": null} -> {"x": 1, "y": 2, "z": 3}',
      'U 1 p: {"y": 2, "z": 3, "ex": 1} -> {"y": 2, "z": 3, "ex": 2}',
      'U 1 p: {"z": 3, "ex": 2} -> {"z": 4, "ex": 2}',
    ]);
    expect(await problems(client(), 'placed')).toEqual([]);
  });

  test('an enum with a new and a renamed value, a renamed and a moved type, a renamed domain', async () => {
    await client().query(`
      create type state as enum ('open');
      create domain label as text;
      create table stated (id int primary key, s state, l label);
      select audit.track('stated');
      insert into stated values (1, 'open', 'a')`);
    await client().query(`alter type state add value 'shut'`);
    await client().query(`
      update stated set s = 'shut';
      alter type state rename value 'shut' to 'closed';
      create schema kinds; alter type state set schema kinds; alter type kinds.state rename to status;
      alter domain label rename to tag;
      alter domain tag add constraint short check (length(value) < 10);
      update stated set s = 'open', l = 'b'`);
    expect((await changes(client(), 'stated')).slice(1)).toEqual([
      'U 1 s: "open" -> "shut"',
      'U 1 l: "a" -> "b", s: "closed" -> "open"',
    ]);
    expect(await problems(client(), 'stated')).toEqual([]);
  });

  test('a renamed schema of types, a renamed and a moved collation, a renamed table whose rows are a column', async () => {
    await client().query(`
      create schema sorts;
      create type sorts.size as enum ('small', 'large');
      create collation sorts.plain (locale = 'C');
      create table carton (width int, height int);
      create table parcel (id int primary key, s sorts.size, ss sorts.size[], t text collate sorts.plain, b carton, bs carton[]);
      select audit.track('parcel');
      insert into parcel values (1, 'small', '{small}', 'a', row(1, 2), array[row(1, 2)]::carton[])`);
    for (const change of [
      'alter schema sorts rename to kinds_of',
      'alter collation kinds_of.plain rename to bare',
      'alter collation kinds_of.bare set schema public',
      'alter table carton rename to crate',
      'alter table crate set schema kinds_of',
      'alter table kinds_of.crate add depth int',
    ]) {
      await client().query(change);
      await client().query('update parcel set id = id + 1');
      expect(await problems(client(), 'parcel'), change).toEqual([]);
    }
    await client().query(`update parcel set s = 'large', t = 'b', b.depth = 3`);
    expect((await changes(client(), 'parcel')).slice(6)).toEqual([
      'U 7 id: 6 -> 7',
      'U 7 b: {"depth": null, "width": 1, "height": 2} -> {"depth": 3, "width": 1, "height": 2}, s: "small" -> "large", t: "a" -> "b"',
    ]);
    await client().query('drop collation bare cascade; drop table kinds_of.crate cascade');
    await client().query('insert into parcel (id) values (8)');
    expect((await changes(client(), 'parcel')).at(-1)).toBe('I 8 {"s": null, "id": 8, "ss": null}');
    expect(await problems(client(), 'parcel')).toEqual([]);
  });

  test('a typed table follows its type, and what is masked stays masked', async () => {
    await client().query(`
      create type person as (id int, secret text, qty int);
      create table people of person (primary key (id));
      select audit.track('people', masked => '{secret}');
      insert into people values (1, 'hidden', 1);
      alter type person rename attribute secret to pass cascade;
      update people set pass = 'hidden too';
      alter type person add attribute note text cascade, drop attribute qty cascade;
      insert into people values (2, 'hidden', 'n')`);
    expect(await changes(client(), 'people')).toEqual([
      'I 1 {"id": 1, "qty": 1, "secret": "***"}',
      'U 1 pass: "***" -> "***"',
      'I 2 {"id": 2, "note": "n", "pass": "***"}',
    ]);
    expect(await problems(client(), 'people')).toEqual([]);
  });
});
