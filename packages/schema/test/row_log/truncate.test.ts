import { expect, test } from 'vitest';
import { describeModes } from '../support/modes.js';
import { counts } from '../support/records.js';
import { logged } from './support/logged.js';

describeModes('TRUNCATE and the log table', ({ client, database }) => {
  test('keeps each lost row and the event, whatever the columns are', async () => {
    await client().query(`
      create table strict (
        id int generated always as identity primary key, note text not null check (note <> ''),
        length int generated always as (length(note)) stored, at timestamptz not null default now());
      select audit.track('strict', row_log => true);
      insert into strict (note) values ('one'), ('three');
      truncate strict restart identity`);
    expect((await logged(client(), 'public_strict_log', 'id, note, length')).slice(2)).toEqual([
      '3 TRU OLD 1,one,3',
      '4 TRU OLD 2,three,5',
      '5 TRU  ,,',
    ]);
    await client().query('truncate strict');
    expect(await logged(client(), 'public_strict_log', 'id')).toHaveLength(6);
    expect(await counts(client(), 'strict')).toEqual({ I: 2, T: 2 });
  });

  test('CASCADE: the rows and the event of each table', async () => {
    await client().query(`
      create table owner (id int primary key);
      create table owned (id int primary key, owner_id int references owner);
      select audit.track('owner', row_log => true), audit.track('owned', row_log => true);
      insert into owner values (1); insert into owned values (10, 1), (11, null);
      truncate owner cascade`);
    expect((await logged(client(), 'public_owner_log', 'id')).slice(1)).toEqual([
      '2 TRU OLD 1',
      '3 TRU  ',
    ]);
    expect((await logged(client(), 'public_owned_log', 'id, owner_id')).slice(2)).toEqual([
      '3 TRU OLD 10,1',
      '4 TRU OLD 11,',
      '5 TRU  ,',
    ]);
  });

  test('partitions: through the root once each, and one alone', async () => {
    await client().query(`
      create table split (id int, note text) partition by range (id);
      create table split_1 (note text, gone int, id int);
      alter table split_1 drop gone;
      alter table split attach partition split_1 for values from (0) to (10);
      create table split_2 partition of split for values from (10) to (20) partition by list (id);
      create table split_2_a partition of split_2 default;
      select audit.track('split', key => '{id}', row_log => true);
      create table split_3 partition of split for values from (20) to (30);
      insert into split values (1, 'one'), (11, 'two'), (21, 'three');
      truncate split_1;
      insert into split values (2, 'again');
      truncate split`);
    const log = await logged(client(), 'public_split_log', 'id, note');
    expect(log.slice(3, 6)).toEqual(['4 TRU OLD 1,one', '5 TRU  ,', '6 INS NEW 2,again']);
    expect(
      log
        .slice(6)
        .map((line) => line.replace(/^\d+ /, ''))
        .sort(),
    ).toEqual(['TRU  ,', 'TRU OLD 11,two', 'TRU OLD 2,again', 'TRU OLD 21,three']);
    expect(log.at(-1)).toBe('10 TRU  ,');
  });

  test('ONLY a parent: its own rows, and no child’s', async () => {
    await client().query(`
      create table above (id int primary key);
      create table below (more text) inherits (above);
      select audit.track('above', row_log => true);
      insert into above values (1); insert into below values (2, 'x');
      truncate only above`);
    expect((await logged(client(), 'public_above_log', 'id')).slice(2)).toEqual([
      '3 TRU OLD 1',
      '4 TRU  ',
    ]);
    await client().query('insert into above values (3); truncate above');
    const log = (await logged(client(), 'public_above_log', 'id')).slice(5);
    expect(log.map((line) => line.replace(/^\d+ /, '')).sort()).toEqual([
      'TRU  ',
      'TRU OLD 2',
      'TRU OLD 3',
    ]);
  });

  test('is undone with the TRUNCATE', async () => {
    await client().query(`
      create table spared (id int primary key);
      select audit.track('spared', row_log => true); insert into spared values (1)`);
    await client().query('begin');
    await client().query('truncate spared');
    await client().query('rollback');
    expect(await logged(client(), 'public_spared_log', 'id')).toEqual(['1 INS NEW 1']);
  });

  test('row security hides no row, and a role without rights is recorded', async () => {
    const role = await database().createRole({ label: 'app' });
    await client().query(`
      create table hidden (id int primary key, owner text);
      select audit.track('hidden', row_log => true);
      alter table hidden enable row level security;
      create policy own on hidden using (owner = current_user);
      insert into hidden values (1, 'somebody');
      grant insert, truncate on hidden to ${role.name}`);
    const other = await database().connect(role.url);
    await other.query('truncate hidden');
    const { rows } = await client().query(
      `select emaj_verb, emaj_tuple, id, emaj_user from audit_log.public_hidden_log order by emaj_gid`,
    );
    expect(rows.slice(1)).toEqual([
      { emaj_verb: 'TRU', emaj_tuple: 'OLD', id: 1, emaj_user: role.name },
      { emaj_verb: 'TRU', emaj_tuple: '', id: null, emaj_user: role.name },
    ]);
  });

  test('what the log table refuses is lost with a warning, and the TRUNCATE goes on', async () => {
    await client().query(`
      create table refused (id int primary key);
      select audit.track('refused', row_log => true);
      insert into refused values (1);
      alter table audit_log.public_refused_log add check (emaj_verb <> 'TRU');
      truncate refused`);
    expect(await logged(client(), 'public_refused_log', 'id')).toEqual(['1 INS NEW 1']);
    expect(await counts(client(), 'refused')).toEqual({ I: 1, T: 1 });
  });
});
