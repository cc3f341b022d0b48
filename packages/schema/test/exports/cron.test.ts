import { describeWith, type SecondServer, startSecondServer, useDatabase } from '@audit/test-db';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { install, uninstall } from '../../src/index.js';
import { driverOver } from '../support/driver.js';
import { value } from '../support/records.js';
import { makePlace, type Place } from './support/place.js';
import { daysAgo, logChange, makeUsers } from './support/users.js';

/** A job fires at the full minute; a second one a minute later. */
const minutes = (n: number) => ({ timeout: n * 60_000 + 20_000, interval: 500 });

describeWith('pg_cron', 'the job of pg_cron', () => {
  let server: SecondServer;
  let client: pg.Client;
  let place: Place;

  beforeAll(async () => {
    // A server of its own: pg_cron runs the jobs of one database.
    server = await startSecondServer();
    client = await server.connect();
    await install(driverOver(client));
    await makeUsers(client);
    place = await makePlace(client);
  });

  afterAll(async () => {
    await server?.stop();
  });

  const schedule = (options: string) =>
    value<string>(
      client,
      `select audit.schedule_export('users', directory => '${place.path}'${options})`,
    );
  const jobs = async () =>
    (await client.query('select jobid, jobname, schedule, command from cron.job order by jobid'))
      .rows;

  test('is one for each table, and calling again replaces it', async () => {
    expect(
      await value(client, `select count(*)::int from pg_extension where extname = 'pg_cron'`),
    ).toBe(0);
    await schedule('');
    const id = await schedule(
      `, schedule => '30 2 * * *', id_header => 'user', actions => '{U,D}', time_zone => 'Europe/Berlin', keep_details => '7 days'`,
    );
    expect(await jobs()).toEqual([
      {
        jobid: id,
        jobname: 'audit_export_1',
        schedule: '30 2 * * *',
        command: 'call audit._run_export(1)',
      },
    ]);
    const { rows } = await client.query(
      'select schedule, id_header, actions, time_zone, keep_details::text from audit.scheduled_export',
    );
    expect(rows).toEqual([
      {
        schedule: '30 2 * * *',
        id_header: 'user',
        actions: ['U', 'D'],
        time_zone: 'Europe/Berlin',
        keep_details: '7 days',
      },
    ]);
  });

  test('a schedule that pg_cron does not take changes nothing', async () => {
    const before = await jobs();
    for (const bad of [`'at noon'`, 'null', `''`]) {
      await expect(schedule(`, schedule => ${bad}`)).rejects.toMatchObject({
        code: 'UA022',
        hint: expect.stringContaining('minute hour day month weekday'),
      });
    }
    expect(await jobs()).toEqual(before);
    expect(await value(client, 'select schedule from audit.scheduled_export')).toBe('30 2 * * *');
  });

  test('a new time zone leaves out no hour, and a new schedule no day', async () => {
    const nextDay = () => value(client, 'select next_day::text from audit.export_schedule');
    await client.query(`update audit.export_schedule set next_day = '2026-03-05'`);
    await schedule(`, time_zone => 'Europe/Berlin'`);
    expect(await nextDay()).toBe('2026-03-05');
    // Midnight in Berlin is still the 4th in New York, and in Tokyo the 5th has begun.
    await schedule(`, time_zone => 'America/New_York'`);
    expect(await nextDay()).toBe('2026-03-04');
    await schedule(`, time_zone => 'Asia/Tokyo'`);
    expect(await nextDay()).toBe('2026-03-04');
  });

  test('a second table of the same name needs a directory of its own', async () => {
    await makeUsers(client, 'other');
    await expect(
      client.query(`select audit.schedule_export('other.users', directory => '${place.path}/')`),
    ).rejects.toMatchObject({
      code: 'UA027',
      message: `the exports of public.users have the same names in ${place.path}`,
    });
  });

  test('fires, and writes the days that were missed, each in its minute', {
    timeout: 250_000,
  }, async () => {
    await logChange(client, daysAgo(1), 'вчера, "Анна"');
    await logChange(client, daysAgo(2), 'the day before');
    await client.query(`select audit.unschedule_export('users')`);
    expect(await jobs()).toEqual([]);
    await schedule(`, schedule => '* * * * *', time_zone => 'UTC'`);
    await client.query('update audit.export_schedule set next_day = next_day - 1');
    // Something of the job's to purge, and something of another's.
    await client.query(`
      insert into cron.job_run_details (jobid, runid, username, status, end_time)
      select jobid, -1, current_user, 'old', now() - interval '31 days' from cron.job
      union all select jobid, -2, current_user, 'recent', now() - interval '29 days' from cron.job
      union all select 12345, -3, current_user, 'another', now() - interval '31 days'`);

    const finished = () =>
      value<number>(
        client,
        'select count(*)::int from audit.export_run where finished_at is not null',
      );
    await expect.poll(finished, minutes(2.5)).toBe(2);
    const { rows } = await client.query<{
      path: string;
      day: string;
      rows: string;
      bytes: string;
      checksum: string;
      error: null;
    }>('select path, day::text, rows, bytes, checksum, error from audit.export_run order by id');
    expect(rows).toMatchObject([
      { day: daysAgo(2).slice(0, 10), rows: '1', error: null },
      { day: daysAgo(1).slice(0, 10), rows: '1', error: null },
    ]);
    expect((await place.read(rows[0]?.path as string)).toString('utf8')).toBe(
      `data_id,field_changed,old_value,new_value,changed_by,changed_at\n7,name,,the day before,app,${daysAgo(2).slice(0, 10)} 12:00:00.000000+00:00\n`,
    );
    expect((await place.read(rows[1]?.path as string)).toString('utf8')).toBe(
      `data_id,field_changed,old_value,new_value,changed_by,changed_at\n7,name,,"вчера, ""Анна""",app,${daysAgo(1).slice(0, 10)} 12:00:00.000000+00:00\n`,
    );
    expect(await place.names()).toHaveLength(2);
    await expect
      .poll(() =>
        value(
          client,
          `select status from cron.job_run_details where runid > 0 order by runid limit 1`,
        ),
      )
      .toBe('succeeded');
    const { rows: details } = await client.query(
      'select status from cron.job_run_details where runid < 0 order by runid desc',
    );
    expect(details.map(({ status }) => status)).toEqual(['recent', 'another']);
  });

  test('has failed where the export has, and the record is there', {
    timeout: 150_000,
  }, async () => {
    await place.shell(`mv ${place.path} ${place.path}.away`);
    await client.query('update audit.export_schedule set next_day = next_day - 1');
    await expect
      .poll(
        () =>
          value(
            client,
            `select return_message from cron.job_run_details where status = 'failed' limit 1`,
          ),
        minutes(1.5),
      )
      .toContain('there is no directory');
    expect(await value(client, 'select last_error from audit.scheduled_export')).toBe(
      `there is no directory ${place.path} on the server`,
    );
  });

  test('goes with the schedule, and all of them with the functions', async () => {
    await client.query(`select audit.unschedule_export('users')`);
    expect(await jobs()).toEqual([]);
    await client.query(`select audit.schedule_export('other.users')`);
    expect(await jobs()).toHaveLength(1);
    await uninstall(driverOver(client));
    expect(await jobs()).toEqual([]);
  });
});

describeWith('pg_cron', 'a database whose jobs pg_cron does not run', () => {
  const database = useDatabase();

  test('is told which settings to change', async () => {
    const client = await database().connect();
    await install(driverOver(client));
    await makeUsers(client);
    await expect(client.query(`select audit.schedule_export('users')`)).rejects.toMatchObject({
      code: 'UA028',
      message: `pg_cron runs the jobs of database postgres, not of ${database().name}`,
      hint: expect.stringContaining(
        `Set cron.database_name = '${database().name}' in postgresql.conf, and restart`,
      ),
    });
    expect(await value(client, 'select count(*)::int from audit.export_schedule')).toBe(0);
  });
});

describeWith('pg_cron', 'a server that has not loaded pg_cron', () => {
  test('is told so too', async () => {
    const server = await startSecondServer({ settings: [`shared_preload_libraries = 'plpgsql'`] });
    try {
      const client = await server.connect();
      await install(driverOver(client));
      await makeUsers(client);
      await expect(client.query(`select audit.schedule_export('users')`)).rejects.toMatchObject({
        code: 'UA028',
        message: 'pg_cron is not loaded by this server',
        hint: expect.stringContaining(
          `Set shared_preload_libraries = 'plpgsql,pg_cron' and cron.database_name = 'postgres'`,
        ),
      });
    } finally {
      await server.stop();
    }
  });
});
