import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, startSecondServer } from '@audit/test-db';
import type pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { useInstalled } from '../support/installed.js';
import { describeWithTools, runTool } from './support/tools.js';

describeWithTools(['pg_dump', 'pg_restore'], 'readers in a restored database', () => {
  const source = useInstalled();

  /** A dump of a database whose reader has read one of three records. */
  async function dump(): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'audit-readers-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const client = await source().connect();
    await client.query(`
      drop table if exists item;
      create table item (id int primary key);
      select audit.track('item');
      select audit.create_reader('r', from_start => false) where not exists (select from audit.reader)`);
    await client.query("select from audit.read_reader('r')");
    await client.query('insert into item values (1)');
    expect(await read(client)).toEqual(['1']);
    await client.query('insert into item values (2), (3)');
    await runTool('pg_dump', '-d', source().url, '-Fc', '-f', join(folder, 'dump'));
    return join(folder, 'dump');
  }

  async function read(client: pg.Client): Promise<string[]> {
    const { rows } = await client.query("select data_id from audit.read_reader('r')");
    return rows.map(({ data_id }) => data_id);
  }

  test('in the same cluster they go on', async () => {
    const target = await createDatabase();
    onTestFinished(() => target.drop());
    await runTool('pg_restore', '--exit-on-error', '-d', target.url, await dump());
    const client = await target.connect();
    await client.query('insert into item values (4)');
    expect(await read(client)).toEqual(['2', '3', '4']);
  });

  test('in another one they say so, and begin anew without a gap', async () => {
    const second = await startSecondServer();
    onTestFinished(() => second.stop());
    const admin = await second.connect();
    await admin.query('create database restored');
    await runTool('pg_restore', '--exit-on-error', '-d', second.url('restored'), await dump());
    const client = await second.connect('restored');
    await client.query('insert into item values (4)');

    const refused = { code: 'UA034', hint: expect.stringContaining('audit.reset_reader') };
    await expect(read(client)).rejects.toMatchObject(refused);
    const { rows } = await client.query(
      'select name, records_behind from audit.readers where audit._unread_before(now()) @> array[name]',
    );
    expect(rows).toEqual([{ name: 'r', records_behind: null }]);

    // A writer under way has an id that lies below the cut: it is waited for.
    const writer = await second.connect('restored');
    await writer.query('begin; insert into item values (5)');
    const reset = client.query("select audit.reset_reader('r')");
    await expect
      .poll(async () => {
        const { rows: waiting } = await admin.query(
          "select from pg_stat_activity where wait_event = 'PgSleep' and query like '%reset_reader%'",
        );
        return waiting.length;
      })
      .toBe(1);
    await writer.query('insert into item values (6); commit');
    await reset;
    await writer.query('begin; insert into item values (7)');
    await client.query('insert into item values (8)');
    // The table's first insert was recorded before the dump, and once more by the test before this one.
    expect([...new Set(await read(client))].join()).toBe('1,2,3,4,5,6,8');
    await writer.query('commit');
    expect(await read(client)).toEqual(['7']);
    expect(await read(client)).toEqual([]);
  });
});
