import { useDatabase } from '@audit/test-db';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { install } from '../../src/index.js';
import { driverOver } from '../support/driver.js';
import { value } from '../support/records.js';

const database = useDatabase();
let admin: pg.Client;
let reader: pg.Client;
let readerName: string;

beforeAll(async () => {
  admin = await database().connect();
  await install(driverOver(admin));
  await admin.query(`
    create table doc (id int primary key, body text, data jsonb, tags text[], lines jsonb);
    select audit.track('doc', json_columns => '{"lines": {"type": "objectArray", "key": ["id"]}}');
    insert into doc values (1, 'a', '{}', '{a}', '[{"id": 1, "n": 1}]');
    update doc set body = 'b', data = '[]', tags = '{b}', lines = '[{"id": 1, "n": 2}]'`);
  const role = await database().createRole({ label: 'reader' });
  readerName = role.name;
  reader = await database().connect(role.url);
});

const read = () => value<number>(reader, 'select count(*)::int from audit.field_history');

describe('reading audit.field_history', () => {
  test('takes a right to the view, and from PostgreSQL 15 on to the log', async () => {
    await expect(read()).rejects.toMatchObject({ code: '42501' });
    await admin.query(
      `grant usage on schema audit to ${readerName}; grant select on audit.field_history to ${readerName}`,
    );
    if (database().server.majorVersion >= 15) {
      await expect(read()).rejects.toMatchObject({
        code: '42501',
        message: expect.stringContaining('data_op_log'),
      });
      await admin.query(`grant select on audit.data_op_log to ${readerName}`);
    }
    expect(await read()).toBe(9);
  });

  test('and no other: it calls no function of ours', async () => {
    const { rows } = await reader.query(
      `select field_changed, ordinal_position, old_value, new_value, changed_by from audit.field_history where action = 'U' order by ordinal_position`,
    );
    expect(
      rows.map(({ field_changed, old_value, new_value }) => [field_changed, old_value, new_value]),
    ).toEqual([
      ['body', 'a', 'b'],
      ['data', '{}', '[]'],
      ['tags', '["a"]', '["b"]'],
      ['lines', '[{"n": 1, "key": "1"}]', '[{"n": 2, "key": "1"}]'],
    ]);
  });

  test('is nobody’s by default', async () => {
    expect(
      await value(
        admin,
        `select relacl::text from pg_class where oid = 'audit.scheduled_export'::regclass`,
      ),
    ).not.toMatch(/[{,]=/);
    expect(
      await value(
        admin,
        `select relacl::text from pg_class where oid = 'audit.field_history'::regclass`,
      ),
    ).not.toMatch(/[{,]=/);
  });
});
