import { install } from '@audit/schema';
import { type SecondServer, startSecondServer, useDatabase } from '@audit/test-db';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type AuditClient,
  type AuditEntry,
  AuditError,
  createAuditClient,
  type EntryFilter,
} from '../src/index.js';
import { nodePostgres } from '../src/node-postgres/index.js';
import { collect } from './support/collect.js';
import { describeDrivers, installed } from './support/targets.js';

const items = `
create table item (id int primary key, name text, doc jsonb);
select audit.track('item');`;

const keys = (entries: readonly AuditEntry[]) => entries.map(({ key }) => key);

describeDrivers('a reader', (driver) => {
  let audit: AuditClient;
  beforeAll(async () => {
    audit = createAuditClient(driver());
    await driver().query(items);
    await driver().query("insert into item values (1, 'a', '{}'), (2, 'b', null)");
    await driver().query("update item set name = 'c' where id = 1");
  });

  test('reads each entry once, with what is done with it', async () => {
    await driver().query('create table seen (id bigint primary key)');
    const reader = audit.reader('once');
    const seen: (string | null)[] = [];
    const read = (limit: number) =>
      reader.read(
        async (entries, tx) => {
          seen.push(...keys(entries));
          for (const { id } of entries) {
            await tx.query('insert into seen values ($1)', [String(id)]);
          }
        },
        { limit },
      );
    expect(await read(2)).toBe(2);
    expect(await read(2)).toBe(1);
    expect(await read(2)).toBe(0);
    expect(seen).toEqual(['1', '2', '1']);

    await driver().query("insert into item values (3, 'd', null)");
    expect(await read(2)).toBe(1);
    const { rows } = await driver().query<{ count: string }>('select count(*)::text from seen');
    expect(rows).toEqual([{ count: '4' }]);
  });

  test('stays where it was when the work fails', async () => {
    const reader = audit.reader('failing');
    const problem = new Error('not today');
    await expect(
      reader.read(async () => {
        throw problem;
      }),
    ).rejects.toBe(problem);
    let read = 0;
    await reader.read(async (entries) => {
      read = entries.length;
    });
    expect(read).toBeGreaterThanOrEqual(3);
  });

  test('from now on reads nothing that was there', async () => {
    const reader = audit.reader('from now', { from: 'now' });
    expect(await reader.read(async () => {})).toBe(0);
    await driver().query("insert into item values (4, 'e', null)");
    const found: (string | null)[] = [];
    await reader.read(async (entries) => {
      found.push(...keys(entries));
    });
    expect(found).toEqual(['4']);
  });

  test('keeps its filter, and begins anew when told', async () => {
    const updates = audit.reader('filtered', { filter: { actions: ['U'] } });
    expect(await updates.read(async () => {})).toBe(1);
    const inserts = audit.reader('filtered', { filter: { actions: ['I'] } });
    await expect(inserts.read(async () => {})).rejects.toMatchObject({
      code: 'UA033',
      hint: expect.stringContaining('reset'),
    });
    await inserts.reset();
    expect(await inserts.read(async () => {})).toBeGreaterThanOrEqual(2);
    await inserts.drop();
    await expect(inserts.drop()).rejects.toThrow(AuditError);
  });

  test('the database applies the same filters', async () => {
    const { entries } = await audit.entries({ actions: ['U'] });
    const filters: EntryFilter[] = [
      { table: 'item' },
      { table: 'public.item', key: 1 },
      { schema: 'public', actions: ['I', 'D'] },
      { changedField: 'name' },
      { changedField: 'doc' },
      { opType: 'x' },
      { revisionId: 'x' },
      { actor: entries[0]?.actor ?? '' },
      { transactionId: entries[0]?.transactionId ?? 0n },
      { since: entries[0]?.transactionAt },
      { until: entries[0]?.transactionAt },
    ];
    for (const [number, filter] of filters.entries()) {
      const reader = audit.reader(`like ${number}`, { filter });
      // Made, and nothing read.
      const stop = new Error('stop');
      await reader
        .batch(async () => {
          throw stop;
        })
        .catch((error: unknown) => {
          if (error !== stop) throw error;
        });
      const { rows } = await driver().query<{ id: string }>(
        'select id::text from audit.read_reader($1)',
        [reader.name],
      );
      const expected = await collect(audit.streamEntries(filter));
      expect(rows.map(({ id }) => BigInt(id))).toEqual(expected.map(({ id }) => id));
    }
  });

  test('follows: reads what comes, and ends when told', async () => {
    const stop = new AbortController();
    const found: (string | null)[] = [];
    const following = audit.reader('follower', { from: 'now', filter: { table: 'item' } }).follow(
      async (entries) => {
        found.push(...keys(entries));
        if (found.includes('6')) stop.abort();
      },
      { signal: stop.signal, pollInterval: 50 },
    );
    await expect
      .poll(async () => {
        const { rows } = await driver().query("select from audit.reader where name = 'follower'");
        return rows.length;
      })
      .toBe(1);
    await driver().query("insert into item values (5, 'f', null)");
    await driver().query("insert into item values (6, 'g', null)");
    await following;
    expect(found).toEqual(['5', '6']);
  });
});

describeDrivers('following', (driver) => {
  test('shows the last entries, then those that come', async () => {
    const audit = createAuditClient(driver());
    await driver().query(items);
    await driver().query("insert into item values (1, 'a', null), (2, 'b', null), (3, 'c', null)");
    const found: (string | null)[] = [];
    for await (const { key } of audit.follow({ table: 'item' }, { last: 2, pollInterval: 50 })) {
      found.push(key);
      if (key === '3') await driver().query("insert into item values (4, 'd', null)");
      if (key === '4') break;
    }
    expect(found).toEqual(['2', '3', '4']);
  });
});

describe('following with several sessions', () => {
  const database = useDatabase({ prepare: installed });
  let audit: AuditClient;
  beforeAll(async () => {
    const client = await database().connect();
    await client.query(items);
    audit = createAuditClient(nodePostgres(database().pool({ max: 4 })));
  });

  test('goes on after a lost connection', async () => {
    const client = await database().connect();
    const found: (string | null)[] = [];
    const retries: Error[] = [];
    const options = { last: 1, pollInterval: 50, onRetry: (error: Error) => retries.push(error) };
    await client.query("insert into item values (10, 'before', null)");
    for await (const { key } of audit.follow({ table: 'item' }, options)) {
      found.push(key);
      if (key === '12') break;
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await client.query(`insert into item values ($1, 'after', null)`, [Number(key) + 1]);
    }
    expect(found).toEqual(['10', '11', '12']);
  });

  test('a second reader of one name is refused', async () => {
    const reader = audit.reader('shared');
    await database()
      .connect()
      .then((client) => client.query("insert into item values (20, 'x', null)"));
    await reader.read(async () => {
      await expect(reader.read(async () => {})).rejects.toMatchObject({ code: 'UA032' });
    });
  });

  test('a transaction that can be prepared is not made to notify, which would forbid it', async () => {
    const client = await database().connect();
    const { rows } = await client.query<{ allowed: string }>(
      'select current_setting($1) as allowed',
      ['max_prepared_transactions'],
    );
    if (rows[0]?.allowed === '0') return;
    await client.query("select audit.follow(); begin; insert into item values (40, 'x', null)");
    await client.query("prepare transaction 'followed'");
    await client.query("commit prepared 'followed'");
  });
});

// On a server that knows no prepared transactions: elsewhere writers notify nobody.
describe('being woken', () => {
  let server: SecondServer;
  let pool: pg.Pool;
  let audit: AuditClient;
  beforeAll(async () => {
    server = await startSecondServer({ settings: ['max_prepared_transactions = 0'] });
    pool = new pg.Pool({ connectionString: server.url(), max: 4 });
    pool.on('error', () => {});
    await install(nodePostgres(pool));
    await pool.query(items);
    audit = createAuditClient(nodePostgres(pool));
  });
  afterAll(async () => {
    await pool?.end();
    await server?.stop();
  });

  test('is woken, and gets a transaction that commits late', async () => {
    const early = await server.connect();
    const late = await server.connect();
    await early.query("begin; insert into item values (1, 'long', null)");
    const found: (string | null)[] = [];
    // So seldom does it look by itself that it is woken or the test fails.
    const options = { last: 1, pollInterval: 60_000 };
    await late.query("insert into item values (0, 'there before', null)");
    for await (const { key } of audit.follow({ table: 'item' }, options)) {
      found.push(key);
      if (key === '0') {
        await late.query("insert into item values (2, 'short', null)");
      } else if (key === '2') {
        await early.query("insert into item values (3, 'long', null); commit");
      } else if (found.length === 4) {
        break;
      }
    }
    expect(found).toEqual(['0', '2', '1', '3']);
  });

  test('nobody follows, nobody is notified', async () => {
    const listener = await server.connect();
    const heard: unknown[] = [];
    listener.on('notification', (message) => heard.push(message.payload));
    await listener.query('listen audit_log; listen mark');
    await listener.query("select setval('audit.followed_until', 0)");
    const write = async (id: number) => {
      await listener.query(
        `begin; insert into item values (${id}, 'x', null); update item set name = 'y' where id = ${id}; notify mark, 'end'; commit`,
      );
      await expect.poll(() => heard.at(-1)).toBe('end');
      return heard.splice(0);
    };
    expect(await write(30)).toEqual(['end']);
    await listener.query('select audit.follow()');
    expect(await write(31)).toEqual(['', 'end']);
  });
});
