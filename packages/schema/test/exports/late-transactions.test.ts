import { useDatabase } from '@audit/test-db';
import type pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { install } from '../../src/index.js';
import { useAudited } from '../support/audited.js';
import { driverOver } from '../support/driver.js';
import { value } from '../support/records.js';
import { makePlace, type Place } from './support/place.js';
import { daysAgo, insertSchedule, logChange, makeUsers } from './support/users.js';

const patience = (client: pg.Client, time: string) =>
  client.query(
    `insert into audit.param (param_key, param_value_text) values ('export_patience', $1)
     on conflict (param_key) do update set param_value_text = excluded.param_value_text`,
    [time],
  );

// The installer may not see when others' transactions began: each that has written counts, and so the tests need not
// wait for a midnight to have one that began before it.
describe('a transaction that may have changed something yesterday and has not ended', () => {
  const database = useDatabase();
  let installer: pg.Client;
  let admin: pg.Client;
  let late: pg.Client;
  let place: Place;

  beforeAll(async () => {
    admin = await database().connect();
    const role = await database().createRole({
      label: 'installer',
      attributes: 'in role pg_execute_server_program',
    });
    await admin.query(
      `grant create on database ${database().name} to ${role.name}; grant all on schema public to ${role.name}`,
    );
    installer = await database().connect(role.url);
    await install(driverOver(installer));
    await makeUsers(installer, 'shop');
  });

  beforeEach(async () => {
    place = await makePlace(admin);
    late = await database().connect();
    await patience(installer, '200 ms');
    await installer.query('delete from audit.export_schedule; delete from audit.export_run');
  });

  async function writeLate(): Promise<void> {
    await late.query('begin');
    await logChange(late, daysAgo(1), 'late', { schema: 'shop' });
  }

  const call = (client: pg.Client) =>
    value(client, `select audit.export_csv('shop.users', directory => $1, time_zone => 'UTC')`, [
      place.path,
    ]);

  test('delays the day, which then has its changes', async () => {
    const schedule = await insertSchedule(installer, place.path, { table: 'shop.users' });
    await writeLate();
    const run = () => installer.query(`call audit._run_export(${schedule})`);
    await expect(run()).rejects.toMatchObject({ code: 'UA023' });
    const { rows: delayed } = await installer.query('select error from audit.export_run');
    expect(delayed).toEqual([{ error: expect.stringMatching(/is not complete/) }]);
    expect(await place.names()).toEqual([]);

    await late.query('commit');
    await run();
    const { rows: done } = await installer.query(
      'select rows, error from audit.export_run order by id offset 1',
    );
    expect(done).toEqual([{ rows: '1', error: null }]);
    const [file] = await place.names();
    expect((await place.read(file as string)).toString()).toContain('7,name,,late,app,');
  });

  test('is waited for', async () => {
    await patience(installer, '20 s');
    await writeLate();
    const exported = call(installer);
    await expect
      .poll(() =>
        value(
          admin,
          `select count(*)::int from pg_stat_activity
           where wait_event = 'PgSleep' and query like '%export_csv%' and datname = current_database()`,
        ),
      )
      .toBe(1);
    await late.query('commit');
    expect((await place.read(await exported)).toString()).toContain('late');
  });

  test('is waited for no longer than the role’s statement_timeout, which is recorded like every error', async () => {
    await patience(installer, '20 s');
    const schedule = await insertSchedule(installer, place.path, { table: 'shop.users' });
    await writeLate();
    await installer.query(`set statement_timeout = '300 ms'`);
    await expect(installer.query(`call audit._run_export(${schedule})`)).rejects.toMatchObject({
      code: '57014',
      message: expect.stringContaining('the export of shop.users for'),
    });
    await installer.query('reset statement_timeout');
    await late.query('rollback');
    expect(
      await value(
        installer,
        'select error_state from audit.export_run where finished_at is not null',
      ),
    ).toBe('57014');
  });

  test('counts when it is prepared, too', async () => {
    await writeLate();
    await late.query(`prepare transaction 'late ${database().name}'`);
    await expect(call(installer)).rejects.toMatchObject({
      code: 'UA023',
      hint: expect.stringContaining('pg_prepared_xacts'),
    });
    await late.query(`rollback prepared 'late ${database().name}'`);
    expect(await call(installer)).toContain(place.path);
  });

  test('could be missed by a caller with a snapshot of its own, who is refused', async () => {
    await writeLate();
    await installer.query('begin isolation level repeatable read');
    await installer.query('select 1');
    await late.query('commit');
    await expect(call(installer)).rejects.toMatchObject({
      code: 'UA023',
      hint: expect.stringContaining('read committed'),
    });
    await installer.query('rollback');
    expect((await place.read(await call(installer))).toString()).toContain('late');
  });

  test('does not count where it has written nothing', async () => {
    await late.query('begin; select 1');
    expect(await call(installer)).toContain(place.path);
  });

  test('does not count in another database', async () => {
    const other = await database().connect(new URL('/postgres', database().url).href);
    await other.query('begin');
    await other.query('select pg_current_xact_id()');
    expect(await call(installer)).toContain(place.path);
    await other.query('rollback');
  });
});

describe('where the installer may see when transactions began', () => {
  const { client, database } = useAudited();

  test('one counts that began before the moment, and no other', async () => {
    await patience(client(), '100 ms');
    const writer = await database().connect();
    await writer.query('begin');
    await writer.query('select pg_current_xact_id()');
    const began = await value(writer, 'select now()::text');
    const awaited = (moment: string) =>
      value(client(), `select audit._await_writers(${moment})`, [began]);
    expect(await awaited(`$1::timestamptz`)).toBe(true);
    expect(await awaited(`$1::timestamptz + interval '1 microsecond'`)).toBe(false);
    await writer.query('rollback');
    expect(await awaited(`$1::timestamptz + interval '1 microsecond'`)).toBe(true);
  });
});
