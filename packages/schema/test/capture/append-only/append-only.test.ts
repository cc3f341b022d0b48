import { testServer } from '@audit/test-db';
import { beforeAll, describe, expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { value } from '../../support/records.js';

const { client } = useAudited();
let tables: string[];

beforeAll(async () => {
  await client().query(`
    create table noted (id int primary key);
    select audit.track('noted');
    insert into noted values (1), (2)`);
  const { rows } = await client().query<{ name: string }>(`
    select 'audit.data_op_log' as name
    union all select inhrelid::regclass::text from pg_inherits where inhparent = 'audit.data_op_log'::regclass`);
  tables = rows.map(({ name }) => name);
});

test('there is a partition for the month, some ahead, and the default', () => {
  expect(tables.length).toBeGreaterThanOrEqual(4);
  expect(tables).toContain('audit.data_op_log_default');
});

const statements = {
  'an UPDATE': `update % set op_note = 'forged'`,
  'an UPDATE of no row': `update % set op_note = 'forged' where false`,
  'an UPDATE of ONLY it': `update only % set op_note = 'forged'`,
  'a DELETE': `delete from %`,
  'a DELETE of no row': `delete from % where id < 0`,
  'a TRUNCATE': `truncate %`,
  'a TRUNCATE of ONLY it': `truncate only %`,
  'an upsert': `insert into % (id, schema_name, table_name, relid, action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, action, statement_only)
    select id, schema_name, table_name, relid, action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, action, statement_only
    from audit.data_op_log limit 1 on conflict (id, action_tstamp_tx) do update set op_note = 'forged'`,
  ...(testServer().majorVersion >= 15
    ? {
        'a MERGE that updates': `merge into % as l using (values (1)) as v (id) on l.id = v.id when matched then update set op_note = 'forged'`,
        'a MERGE that deletes': `merge into % as l using (values (-1)) as v (id) on l.id = v.id when matched then delete`,
      }
    : {}),
  'a writable CTE': `with gone as (delete from % returning 1) select 1`,
};

describe.for(['origin', 'replica', 'local'])(
  'in session_replication_role %s, a superuser',
  (mode) => {
    test.for(Object.entries(statements))('is refused %s', async ([, statement]) => {
      await client().query(`set session_replication_role = ${mode}`);
      for (const table of tables) {
        if (statement.startsWith('truncate only') && table === 'audit.data_op_log') continue;
        await expect(client().query(statement.replaceAll('%', table))).rejects.toMatchObject({
          code: 'UA014',
          hint: expect.stringMatching(/./),
        });
      }
      await client().query('reset session_replication_role');
      expect(
        await value(client(), `select count(*)::int from audit.data_op_log where op_note is null`),
      ).toBe(2);
    });
  },
);

test('a partition made later is protected too', async () => {
  await client().query(`select audit._add_log_partition('2031-05-17')`);
  await expect(client().query('delete from audit.data_op_log_2031_05')).rejects.toMatchObject({
    code: 'UA014',
  });
});
