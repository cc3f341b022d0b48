import { nodePostgres } from '@audit/client/node-postgres';
import { install } from '@audit/schema';
import { describeWith, type SecondServer, startSecondServer, useDatabase } from '@audit/test-db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from '../../test/cli.js';
import { auditedShop } from '../../test/shop.js';

const database = useDatabase({ prepare: auditedShop });

test('a database without pg_cron says what to set', async () => {
  const env = { DATABASE_URL: database().url };
  const { code, stderr } = await cli(['schedule', 'maintenance'], env);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: .*pg_cron.*\n hint: .*cron\.database_name/);
  expect(await cli(['schedule', 'list'], env)).toMatchObject({
    code: 0,
    stdout: 'Nothing is scheduled.\n',
  });
  expect((await cli(['schedule', 'remove', 'maintenance'], env)).code).toBe(1);
});

test('--dry-run prints the SQL, with what was given and nothing else', async () => {
  const dry = async (...args: string[]) => (await cli(['schedule', ...args, '--dry-run'])).stdout;
  expect(await dry('maintenance', '--keep', "1 year's")).toBe(
    `begin;\nselect audit.schedule_maintenance(keep => '1 year''s'::interval) as id;\ncommit;\n`,
  );
  expect(await dry('export', 'shop.users', '--at', '0 4 * * *', '--actions', 'U,D')).toBe(
    `begin;\nselect audit.schedule_export(target => 'shop.users'::regclass, schedule => '0 4 * * *'::text, actions => array['U', 'D']::text[]) as id;\ncommit;\n`,
  );
  expect(await dry('remove', 'shop.users')).toBe(
    `begin;\nselect audit.unschedule_export(target => 'shop.users'::regclass) as id;\ncommit;\n`,
  );
});

// pg_cron serves one database of a server, hence one of our own.
describeWith('pg_cron', 'with pg_cron', () => {
  let server: SecondServer;
  const run = (...args: string[]) => cli(['schedule', ...args], { DATABASE_URL: server.url() });

  beforeAll(async () => {
    server = await startSecondServer();
    const client = await server.connect();
    await client.query('create table users (id int primary key, name text)');
    await install(nodePostgres(client));
    await client.query(`select audit.track('users')`);
  }, 60_000);
  afterAll(() => server.stop());

  test('schedules, lists and removes', async () => {
    const { code, stdout } = await run('maintenance', '--keep', '12 months');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^✓ maintenance is scheduled, as job \d+ of pg_cron\n$/),
    });
    expect((await run('export', 'users', '--time-zone', 'Europe/Berlin')).code).toBe(0);

    const list = await run('list', '--json');
    expect(JSON.parse(list.stdout)).toEqual({
      jobs: [
        {
          job: 'audit_export_1',
          schedule: '0 3 * * *',
          active: true,
          does: expect.stringMatching(/^export of public\.users to \/tmp, next \d{4}-\d\d-\d\d$/),
        },
        {
          job: 'audit_maintenance',
          schedule: '30 2 * * *',
          active: true,
          does: 'maintenance, keeps 1 year',
        },
      ],
    });
    expect((await run('list')).stdout).toMatch(
      /^audit_maintenance +30 2 \* \* \* +yes +maintenance, keeps 1 year$/m,
    );

    expect((await run('remove', 'maintenance')).stdout).toBe(
      '✓ maintenance is no longer scheduled\n',
    );
    expect((await run('remove', 'users')).code).toBe(0);
    expect((await run('remove', 'users')).code).toBe(1);
    expect((await run('list')).stdout).toBe('Nothing is scheduled.\n');
  });
});
