import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { value } from '../support/records.js';
import { logged } from './support/logged.js';

describeModes('the log table of an altered table', ({ client }) => {
  test('has a new column', async () => {
    await client().query(`
      create table grown (id int primary key);
      select audit.track('grown', row_log => true);
      insert into grown values (1);
      alter table grown add note text default 'old';
      insert into grown values (2, 'two');
      update grown set note = 'new' where id = 1;`);
    expect(await logged(client(), 'public_grown_log', 'id, note')).toEqual([
      '1 INS NEW 1,',
      '2 INS NEW 2,two',
      '3 UPD OLD 1,old',
      '3 UPD NEW 1,new',
    ]);
    expect(await problems(client(), 'grown')).toEqual([]);
  });

  test('keeps a dropped column, takes it up again, and sets it aside for another type', async () => {
    await client().query(`
      create table shrunk (id int primary key, note text);
      select audit.track('shrunk', row_log => true);
      insert into shrunk values (1, 'one');
      alter table shrunk drop note;
      insert into shrunk values (2);
      alter table shrunk add note text;
      insert into shrunk values (3, 'three');
      alter table shrunk drop note;
      alter table shrunk add note int;
      insert into shrunk values (4, 4);`);
    expect(await logged(client(), 'public_shrunk_log', 'id, note, note_1')).toEqual([
      '1 INS NEW 1,,one',
      '2 INS NEW 2,,',
      '3 INS NEW 3,,three',
      '4 INS NEW 4,4,',
    ]);
  });

  test('takes a new type where each value fits, and keeps the old column where not', async () => {
    await client().query(`
      create table retyped (id int primary key, fits int, cut numeric);
      select audit.track('retyped', row_log => true);
      insert into retyped values (1, 7, 1.5);
      alter table retyped alter fits type bigint, alter cut type int;
      insert into retyped values (2, 5000000000, 2);`);
    expect(await logged(client(), 'public_retyped_log', 'id, fits, cut, cut_1')).toEqual([
      '1 INS NEW 1,7,,1.5',
      '2 INS NEW 2,5000000000,2,',
    ]);
    expect(await problems(client(), 'retyped')).toEqual([]);
  });

  test('follows renames, swapped ones too', async () => {
    await client().query(`
      create table named (id int primary key, a text, b text);
      select audit.track('named', row_log => true);
      insert into named values (1, 'a', 'b');
      alter table named rename a to c;
      alter table named rename b to a;
      alter table named rename c to b;
      insert into named (id, a, b) values (2, 'was b', 'was a');`);
    expect(await logged(client(), 'public_named_log', 'id, a, b')).toEqual([
      '1 INS NEW 1,b,a',
      '2 INS NEW 2,was b,was a',
    ]);
  });

  test('follows the name of the table and of its schema', async () => {
    await client().query(`
      create table before_move (id int primary key);
      select audit.track('before_move', row_log => true);
      insert into before_move values (1);
      alter table before_move rename to after_move;
      create schema elsewhere;
      alter table after_move set schema elsewhere;
      insert into elsewhere.after_move values (2);`);
    expect(await logged(client(), 'elsewhere_after_move_log', 'id')).toEqual([
      '1 INS NEW 1',
      '2 INS NEW 2',
    ]);
    await client().query(
      'alter schema elsewhere rename to far; insert into far.after_move values (3)',
    );
    expect(await logged(client(), 'far_after_move_log', 'id')).toHaveLength(3);
  });

  test('takes columns of the names that a log table has itself', async () => {
    await client().query(`
      create table clashing (id int primary key);
      select audit.track('clashing', row_log => true);
      alter table clashing add emaj_gid text;
      insert into clashing values (1, 'mine');
      alter table clashing add emaj_gid_1 text;
      insert into clashing values (2, 'mine', 'too');`);
    expect(await logged(client(), 'public_clashing_log', 'id, emaj_gid_1, emaj_gid_1_1')).toEqual([
      '1 INS NEW 1,mine,',
      '2 INS NEW 2,mine,too',
    ]);
  });

  test('does not keep a type of the application from being dropped, and keeps the values', async () => {
    await client().query(`
      create type mood as enum ('calm', 'wild');
      create table moody (id int primary key, mood mood);
      select audit.track('moody', row_log => true);
      insert into moody values (1, 'calm');
      alter table moody alter mood type text;
      insert into moody values (2, 'wild');`);
    expect(await logged(client(), 'public_moody_log', 'id, mood, mood_1')).toEqual([
      '1 INS NEW 1,,calm',
      '2 INS NEW 2,wild,',
    ]);
    await client().query('drop type mood');
  });

  test('is what it was when the ALTER is rolled back', async () => {
    await client().query(`
      create table undone (id int primary key, note text);
      select audit.track('undone', row_log => true)`);
    await client().query('begin');
    await client().query('alter table undone drop note; alter table undone rename id to key');
    await client().query('insert into undone values (1)');
    await client().query('rollback');
    await client().query(`insert into undone values (2, 'two')`);
    expect(await logged(client(), 'public_undone_log', 'id, note')).toEqual(['1 INS NEW 2,two']);
  });

  test('domains are kept as the types below them', async () => {
    await client().query(`
      create domain positive as numeric(6,2) not null check (value > 0);
      create table priced (id int primary key, price positive);
      select audit.track('priced', row_log => true, masked => '{price}');
      insert into priced values (1, 2);
      truncate priced;
      select audit.track('priced', row_log => true);
      insert into priced values (1, 2)`);
    expect(await logged(client(), 'public_priced_log', 'id, price')).toEqual([
      '1 INS NEW 1,',
      '2 TRU OLD 1,',
      '3 TRU  ,',
      '4 INS NEW 1,2.00',
    ]);
    expect(
      await value(
        client(),
        `select format_type(atttypid, atttypmod) from pg_attribute where attrelid = 'audit_log.public_priced_log'::regclass and attname = 'price'`,
      ),
    ).toBe('numeric(6,2)');
  });
});
