import { expect, test } from 'vitest';
import { describeModes } from '../support/modes.js';
import { counts } from '../support/records.js';
import { logged } from './support/logged.js';

describeModes('alter_log_table', ({ client }) => {
  const set = (clause: string) =>
    client().query(
      `insert into audit.param (param_key, param_value_text) values ('alter_log_table', $1)
       on conflict (param_key) do update set param_value_text = excluded.param_value_text`,
      [clause],
    );

  test('adds columns to each log table from then on; nextval of any sequence breaks no pair', async () => {
    await client().query(`
      create sequence own_seq;
      create table earlier (id int primary key);
      select audit.track('earlier', row_log => true)`);
    await set(`ADD COLUMN extra_appname text default current_setting('application_name'),
      add column n bigint default nextval('public.own_seq'), add g bigint default nextval('audit.row_log_gid_seq')`);
    await client().query(`
      set application_name = 'tests';
      create table later (id int, note text);
      select audit.track('later', key => '{id}', row_log => true);
      insert into earlier values (1);
      insert into later select i, 'note' from generate_series(1, 3) as i;
      update later set note = 'new';
      update later set id = id + 1;
      delete from later where id = 2;
      truncate later`);
    expect(await logged(client(), 'public_earlier_log', 'id')).toEqual(['1 INS NEW 1']);
    expect(await logged(client(), 'public_later_log', 'id, extra_appname')).toEqual([
      '1 INS NEW 1,tests',
      '2 INS NEW 2,tests',
      '3 INS NEW 3,tests',
      '4 UPD OLD 1,tests',
      '4 UPD NEW 1,tests',
      '5 UPD OLD 2,tests',
      '5 UPD NEW 2,tests',
      '6 UPD OLD 3,tests',
      '6 UPD NEW 3,tests',
      '7 UPD OLD 1,tests',
      '7 UPD NEW 2,tests',
      '8 UPD OLD 2,tests',
      '8 UPD NEW 3,tests',
      '9 UPD OLD 3,tests',
      '9 UPD NEW 4,tests',
      '10 DEL OLD 2,tests',
      '11 TRU OLD 3,tests',
      '12 TRU OLD 4,tests',
      '13 TRU  ,tests',
    ]);
    const { rows } = await client().query(
      'select count(distinct n)::int as n, count(distinct g)::int as g, count(*)::int as rows from audit_log.public_later_log',
    );
    expect(rows).toEqual([{ n: 19, g: 19, rows: 19 }]);
  });

  test.each([
    ['ADD COLUMN', /can't be applied: syntax error at end of input/],
    ['add x nosuchtype', /type "nosuchtype" does not exist/],
    ['add x int default nosuch()', /function nosuch\(\) does not exist/],
    ['add x int default 1/0', /division by zero/],
    ['add emaj_gid int', /column "emaj_gid" of relation "_row_log_trial" already exists/],
    ['add x int not null default 1', /more than add columns that take nulls/],
    ['add x int check (x > 0)', /more than add columns that take nulls/],
    ['drop emaj_user', /column "emaj_user" .* does not exist|more than add columns/],
    ['drop constraint _row_log_trial_pkey', /more than add columns/],
  ])('%s is refused when it is set', async (clause, message) => {
    await set('add kept text');
    await expect(set(clause)).rejects.toMatchObject({
      code: 'UA042',
      message: expect.stringMatching(message),
      hint: expect.any(String),
    });
    const { rows } = await client().query(
      `select param_value_text, to_regclass('audit._row_log_trial') as trial from audit.param where param_key = 'alter_log_table'`,
    );
    expect(rows).toEqual([{ param_value_text: 'add kept text', trial: null }]);
  });

  test('a column that the table has itself is refused by track, and changes nothing', async () => {
    await set('add note text');
    await client().query('create table noted (id int primary key, note text)');
    await expect(
      client().query(`select audit.track('noted', row_log => true)`),
    ).rejects.toMatchObject({
      code: 'UA043',
      message: expect.stringContaining(
        'column "note" of relation "public_noted_log" already exists',
      ),
    });
    const { rows } = await client().query(`select from audit.tracked where table_name = 'noted'`);
    expect(rows).toEqual([]);
    await client().query('select audit.track($1)', ['noted']);
  });

  test('a default that fails later leaves its column null and the write alone', async () => {
    await set(
      'add extra int default 10 / current_setting($$test.divisor$$)::int'.replaceAll('$$', "'"),
    )
      .then(() => expect.fail('it can not be computed as yet'))
      .catch((error) => expect(error.code).toBe('UA042'));
    await client().query(`set test.divisor = 5`);
    await set(`add extra int default 10 / current_setting('test.divisor')::int`);
    await client().query(`
      create table fragile (id int primary key);
      select audit.track('fragile', row_log => true);
      insert into fragile values (1)`);
    await client().query('set test.divisor = 0');
    const warnings: string[] = [];
    const listen = (notice: { message?: string | undefined }) =>
      warnings.push(notice.message ?? '');
    client().on('notice', listen);
    await client().query('insert into fragile values (2); update fragile set id = 3 where id = 2');
    await client().query('delete from fragile; truncate fragile');
    client().off('notice', listen);
    expect(await logged(client(), 'public_fragile_log', 'id, extra')).toEqual([
      '1 INS NEW 1,2',
      '2 INS NEW 2,',
      '3 UPD OLD 2,',
      '3 UPD NEW 3,',
      '4 DEL OLD 1,',
      '5 DEL OLD 3,',
      '6 TRU  ,',
    ]);
    expect(warnings).toHaveLength(4);
    expect(warnings[0]).toMatch(
      /log table of public.fragile did not take a change.*division by zero/,
    );
  });

  test('what somebody else adds to a log table never fails a write', async () => {
    await set('add kept text');
    await client().query(`
      create table bound (id int primary key, note text);
      select audit.track('bound', row_log => true);
      alter table audit_log.public_bound_log add check (id < 10), drop note;
      insert into bound values (1, 'one');
      insert into bound values (10, 'ten')`);
    expect(await counts(client(), 'bound')).toEqual({ I: 2 });
    expect(await logged(client(), 'public_bound_log', 'id')).toEqual(['1 INS NEW 1']);
  });
});
