import { describeWith, startSecondServer, testServer } from '@audit/test-db';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { install } from '../../src/index.js';
import { driverOver } from '../support/driver.js';
import { handMade, partitions, until } from './support/log.js';

// pg_cron serves one database of a server, hence one of our own.
describeWith('pg_cron', `scheduled maintenance, on ${testServer().version}`, () => {
  let server: Awaited<ReturnType<typeof startSecondServer>>;
  let client: pg.Client;

  beforeAll(async () => {
    server = await startSecondServer();
    client = await server.connect();
    await install(driverOver(client));
  }, 60_000);
  afterAll(() => server.stop());

  test('a job that fires fills the months, makes those ahead, and drops what is older than keep', async () => {
    await client.query(
      handMade(
        't',
        `from unnest(array[now() - interval '3 years', now() - interval '2 months']) as t`,
      ),
    );
    await client.query(`select audit.schedule_maintenance('1 year', '0 4 * * *')`);
    await client.query(
      `set intervalstyle = iso_8601; select audit.schedule_maintenance('1 year 2 months', '* * * * *')`,
    );
    const { rows: jobs } = await client.query(`select jobname, schedule, command from cron.job`);
    expect(jobs).toEqual([
      {
        jobname: 'audit_maintenance',
        schedule: '* * * * *',
        command: `call audit._run_maintenance('1 year 2 mons')`,
      },
    ]);

    await untilFired('1');
    const { rows: runs } = await client.query(
      `select status, return_message from cron.job_run_details order by runid limit 1`,
    );
    expect(runs).toEqual([{ status: 'succeeded', return_message: expect.any(String) }]);
    const left = await client.query(
      `select count(*)::int as records, min(action_tstamp_tx) > now() - interval '1 year' as young from audit.data_op_log`,
    );
    expect(left.rows).toEqual([{ records: 1, young: true }]);
    expect((await client.query('select from audit.data_op_log_default')).rowCount).toBe(0);
    // Last month's before it, this one, three ahead, and the default one.
    expect((await partitions(client)).length).toBe(6);
  }, 100_000);

  test('old details of it go, those of other jobs stay', async () => {
    await client.query(`
      insert into cron.job_run_details (jobid, runid, end_time)
      select j.jobid, 1000 + n, now() - n * interval '20 days' from cron.job as j, generate_series(1, 2) as n
      union all select 9999, 2000, now() - interval '1 year'`);
    expect(
      (
        await client.query(
          `select audit._purge_job_details('audit_maintenance', interval '30 days') as purged`,
        )
      ).rows,
    ).toEqual([{ purged: '1' }]);
    expect(
      (await client.query('select from cron.job_run_details where runid in (1001, 2000)')).rowCount,
    ).toBe(2);
  });

  test('it can be ended, once', async () => {
    await client.query('select audit.unschedule_maintenance()');
    expect((await client.query('select from cron.job')).rowCount).toBe(0);
    await expect(client.query('select audit.unschedule_maintenance()')).rejects.toMatchObject({
      code: 'UA075',
    });
  });

  test('a schedule or a keep that makes no sense is refused, and what was scheduled stays', async () => {
    await client.query('select audit.schedule_maintenance()');
    for (const wrong of [`'1 year', 'at night'`, `'1 year', null`, `'0'`, `'-1 month'`]) {
      await expect(
        client.query(`select audit.schedule_maintenance(${wrong})`),
      ).rejects.toMatchObject({ code: 'UA072' });
    }
    expect((await client.query('select command from cron.job')).rows).toEqual([
      { command: 'call audit._run_maintenance(NULL)' },
    ]);
  });

  async function untilFired(times: string): Promise<void> {
    const deadline = Date.now() + 90_000;
    for (;;) {
      try {
        await until(
          client,
          `(select count(*) from cron.job_run_details where end_time is not null) >= ${times}`,
        );
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
    }
  }
});
