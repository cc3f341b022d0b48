import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { changes } from '../support/records.js';

describeModes('a schema change in a transaction', ({ client, database }) => {
  test('writes before and after it are each recorded in their shape', async () => {
    await client().query(`
      create table shop (id int primary key, qty int);
      select audit.track('shop');
      begin;
      insert into shop values (1, 1);
      alter table shop add note text;
      insert into shop values (2, 2, 'b');
      alter table shop drop qty;
      update shop set note = 'c';
      alter table shop rename note to remark;
      delete from shop where id = 1;
      commit`);
    expect(await changes(client(), 'shop')).toEqual([
      'I 1 {"id": 1, "qty": 1}',
      'I 2 {"id": 2, "qty": 2, "note": "b"}',
      'U 1 note: null -> "c"',
      'U 2 note: "b" -> "c"',
      'D 1 {"id": 1, "remark": "c"}',
    ]);
  });

  test('rolled back, leaves the capture as it was', async () => {
    await client().query(`
      create table undone (id int primary key, qty int, secret text);
      select audit.track('undone', masked => '{secret}');
      insert into undone values (1, 1, 's')`);
    await client().query(`
      begin;
      alter table undone add note text, drop qty;
      alter table undone rename secret to open;
      alter table undone rename to done;
      update done set note = 'n', open = 't';
      rollback;
      update undone set qty = 2, secret = 'u'`);
    expect(await changes(client(), 'undone')).toEqual([
      'I 1 {"id": 1, "qty": 1, "secret": "***"}',
      'U 1 qty: 1 -> 2, secret: "***" -> "***"',
    ]);
    expect(await changes(client(), 'done')).toEqual([]);
    expect(
      (await client().query(`select from audit.rename where table_name = 'undone'`)).rowCount,
    ).toBe(0);
    expect(await problems(client(), 'undone')).toEqual([]);
  });

  test('rolled back to a savepoint, leaves it as it was there', async () => {
    await client().query(`
      create table saved (id int primary key, qty int);
      select audit.track('saved');
      insert into saved values (1, 1);
      begin;
      alter table saved add a int;
      savepoint there;
      alter table saved drop a, add b int;
      update saved set b = 1;
      rollback to there;
      update saved set a = 1;
      savepoint again;
      alter table saved rename a to c;
      release again;
      update saved set c = 2;
      commit`);
    expect((await changes(client(), 'saved')).slice(1)).toEqual([
      'U 1 a: null -> 1',
      'U 1 c: 1 -> 2',
    ]);
  });

  test('that fails, leaves it as it was', async () => {
    await client().query(`
      create table failing (id int primary key, note text);
      select audit.track('failing');
      insert into failing values (1, 'no number')`);
    await expect(
      client().query('alter table failing add a int, alter note type int using note::int'),
    ).rejects.toThrow('invalid input syntax');
    await client().query(`update failing set note = 'b'`);
    expect((await changes(client(), 'failing')).slice(1)).toEqual(['U 1 note: "no number" -> "b"']);
  });

  test('in a DO block and in a function, between writes of the same function', async () => {
    await client().query(`
      create table scripted (id int primary key, qty int);
      select audit.track('scripted');
      create function migrate() returns void language plpgsql as $$
      begin
        for n in 1..3 loop
          execute format('alter table scripted add c%s int', n);
          execute format('insert into scripted (id, c%s) values (%s, %s)', n, n, n);
        end loop;
      end $$;
      select migrate();
      do $$ begin
        update scripted set qty = 1 where id = 1;
        alter table scripted drop c1;
        update scripted set qty = 2 where id = 1;
      end $$`);
    expect(await changes(client(), 'scripted')).toEqual([
      'I 1 {"c1": 1, "id": 1, "qty": null}',
      'I 2 {"c1": null, "c2": 2, "id": 2, "qty": null}',
      'I 3 {"c1": null, "c2": null, "c3": 3, "id": 3, "qty": null}',
      'U 1 qty: null -> 1',
      'U 1 qty: 1 -> 2',
    ]);
  });

  test('is seen by other sessions that have written before, once it is committed', async () => {
    await client().query(`
      create table shared (id int primary key, qty int);
      select audit.track('shared')`);
    const other = await database().connect();
    for (let n = 1; n <= 7; n++) await other.query(`insert into shared values (${n}, 0)`);
    await client().query('alter table shared drop qty, add note text');
    await other.query(`insert into shared values (8, 'new')`);
    await other.query(`update shared set note = 'x' where id = 1`);
    expect((await changes(client(), 'shared')).slice(7)).toEqual([
      'I 8 {"id": 8, "note": "new"}',
      'U 1 note: null -> "x"',
    ]);
  });

  test('under lock_timeout, gives up where a writer is in the way, and nothing has changed', async () => {
    await client().query(`
      create table contended (id int primary key, qty int);
      select audit.track('contended');
      insert into contended values (1, 1)`);
    const writer = await database().connect();
    await writer.query('begin; update contended set qty = 2');
    await client().query(`set lock_timeout = '100ms'`);
    await expect(client().query('alter table contended add note text')).rejects.toMatchObject({
      code: '55P03',
    });
    await writer.query('commit');
    await client().query(
      `alter table contended add note text; set lock_timeout = 0; update contended set note = 'n'`,
    );
    expect((await changes(client(), 'contended')).slice(1)).toEqual([
      'U 1 qty: 1 -> 2',
      'U 1 note: null -> "n"',
    ]);
    expect(await problems(client(), 'contended')).toEqual([]);
  });

  test('with a prepared statement of the application', async () => {
    await client().query(`
      create table ready (id int primary key, qty int);
      select audit.track('ready')`);
    const insert = (id: number) =>
      client().query({
        name: 'ready',
        text: 'insert into ready (id, qty) values ($1, 0)',
        values: [id],
      });
    for (let id = 1; id <= 7; id++) await insert(id);
    await client().query(`alter table ready add note text default 'd'`);
    await insert(8);
    expect((await changes(client(), 'ready')).at(-1)).toBe('I 8 {"id": 8, "qty": 0, "note": "d"}');
  });
});
