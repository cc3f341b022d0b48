import { hasExtension } from '@audit/test-db';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { useInstalled } from '../support/installed.js';

describe('a declaration', () => {
  const database = useInstalled();
  let client: pg.Client;

  beforeAll(async () => {
    client = await database().connect();
    await client.query(`
      create schema shop;
      create table shop.orders (id int primary key, qty int, note text, profile jsonb, modified_at timestamptz)`);
  });

  test('stands in audit.tracked with its options', async () => {
    await client.query(
      `select audit.track('shop.orders', ignored => '{note}', json_columns => '{"profile": "object"}')`,
    );
    const { rows } = await client.query('select * from audit.tracked');
    expect(rows).toEqual([
      {
        schema_name: 'shop',
        table_name: 'orders',
        relid: expect.any(Number),
        key: ['id'],
        only_columns: null,
        ignored: ['note'],
        masked: [],
        json_columns: { profile: 'object' },
        modified_at: 'modified_at',
        modified_by: 'modified_by',
        touch: false,
        log_query: true,
        row_log: false,
        capture: 'statement',
        engine: hasExtension('plv8') ? 'plv8' : 'sql',
        tracked_since: expect.any(Date),
        in_step: true,
        problems: [],
      },
    ]);
  });

  test('made again replaces the options and keeps the time since when', async () => {
    const before = await client.query('select tracked_since from audit.tracked');
    await client.query(`select audit.track('shop.orders', masked => '{note}', touch => true)`);
    const { rows } = await client.query(
      'select ignored, masked, touch, json_columns, tracked_since from audit.tracked',
    );
    expect(rows).toEqual([
      { ignored: [], masked: ['note'], touch: true, json_columns: {}, ...before.rows[0] },
    ]);
  });

  test('made again without touch stops touching', async () => {
    await client.query(`insert into shop.orders (id) values (1)`);
    await client.query(`select audit.track('shop.orders')`);
    await client.query(`insert into shop.orders (id) values (2)`);
    const { rows } = await client.query(
      'select id, modified_at is not null as touched from shop.orders order by id',
    );
    expect(rows).toEqual([
      { id: 1, touched: true },
      { id: 2, touched: false },
    ]);
  });

  test('made of one table by ten sessions at once is one declaration', async () => {
    const clients = await Promise.all(Array.from({ length: 10 }, () => database().connect()));
    await Promise.all(clients.map((each) => each.query(`select audit.track('shop.orders')`)));
    const { rows } = await client.query('select in_step from audit.tracked');
    expect(rows).toEqual([{ in_step: true }]);
  });

  test('says what is out of step, and made again puts it right', async () => {
    await client.query(`
      drop trigger audit_delete on shop.orders;
      alter table shop.orders disable trigger audit_update`);
    // The event trigger has put the first right with the second command.
    expect(await problems()).toEqual([]);
    await client.query('drop trigger audit_delete on shop.orders');
    expect(await problems()).toEqual([
      'trigger audit_delete is missing or disabled on shop.orders; call audit.track again',
    ]);
    await client.query(`select audit.track('shop.orders')`);
    expect(await problems()).toEqual([]);
  });

  test('taken back leaves the history, and no trigger and no function', async () => {
    await client.query(
      `select audit.untrack('shop.orders'); insert into shop.orders (id) values (3)`,
    );
    const { rows } = await client.query(`
      select (select count(*)::int from audit.tracked) as tracked,
        (select count(*)::int from audit.data_op_log) as records,
        (select count(*)::int from pg_trigger where tgrelid = 'shop.orders'::regclass) as triggers,
        (select count(*)::int from pg_proc where proname like '\\_capture\\_%\\_%' and proname ~ '\\d') as functions`);
    expect(rows).toEqual([{ tracked: 0, records: 2, triggers: 0, functions: 0 }]);
  });

  test('of a table that is dropped goes with it, and the history stays', async () => {
    await client.query(`
      create table shop.returns (id int primary key);
      select audit.track('shop.returns');
      insert into shop.returns values (1);
      drop table shop.returns`);
    const { rows } = await client.query(`
      select (select count(*)::int from audit.tracked) as tracked,
        (select count(*)::int from audit.data_op_log where table_name = 'returns') as records`);
    expect(rows).toEqual([{ tracked: 0, records: 1 }]);
  });

  async function problems(): Promise<string[]> {
    const { rows } = await client.query<{ problems: string[] }>(
      'select problems from audit.tracked',
    );
    return rows.flatMap((row) => row.problems);
  }
});
