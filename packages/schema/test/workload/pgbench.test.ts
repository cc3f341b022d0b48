import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { testServer } from '@audit/test-db';
import { beforeAll, describe, expect, test } from 'vitest';
import { useAudited } from '../support/audited.js';
import { findPgbench } from '../support/pgbench.js';

const run = promisify(execFile);
const pgbench = findPgbench(testServer().majorVersion);
const scale = 2;
const clients = 4;
const perClient = 1500;
const transactions = clients * perClient;

// TPC-B: each transaction updates one account, one teller and one branch and inserts one line of history.
describe.skipIf(pgbench === undefined)("pgbench's TPC-B [needs pgbench]", () => {
  const { client, database } = useAudited();
  const tables = ['accounts', 'tellers', 'branches'] as const;

  beforeAll(async () => {
    const bench = (args: string[]) => run(pgbench as string, [...args, database().url]);
    await bench(['--initialize', '--quiet', `--scale=${scale}`]);
    for (const table of tables) {
      await client().query(`create table start_${table} as table pgbench_${table}`);
      await client().query(`select audit.track('pgbench_${table}')`);
    }
    await client().query(`select audit.track('pgbench_history', key => '{}')`);
    await bench(['--no-vacuum', `--client=${clients}`, '--jobs=2', `--transactions=${perClient}`]);
  }, 240_000);

  test('every change is in the log exactly once', async () => {
    const { rows } = await client().query(`
      select table_name, action, count(*)::int, count(distinct transaction_id)::int as transactions,
             count(distinct (table_name, transaction_id, data_id))::int as changes, count(distinct id)::int as ids
      from audit.data_op_log group by 1, 2 order by 1`);
    // An update that adds nothing changes nothing: TPC-B draws 0 now and then.
    const nothing = Number(
      (await client().query(`select count(*) from pgbench_history where delta = 0`)).rows[0].count,
    );
    const all = { count: transactions, transactions, changes: transactions, ids: transactions };
    const updates = transactions - nothing;
    const some = { count: updates, transactions: updates, changes: updates, ids: updates };
    expect(rows).toEqual([
      { table_name: 'pgbench_accounts', action: 'U', ...some },
      { table_name: 'pgbench_branches', action: 'U', ...some },
      { table_name: 'pgbench_history', action: 'I', ...all, changes: transactions },
      { table_name: 'pgbench_tellers', action: 'U', ...some },
    ]);
  });

  test('each transaction has one change of each table, by the same amount, as the history says', async () => {
    const { rows } = await client().query(`
      with change as (
        select transaction_id, table_name, data_id,
          split_part(amount, ' -> ', 2)::bigint - split_part(amount, ' -> ', 1)::bigint as delta
        from audit.data_op_log
        cross join lateral (select coalesce(diff ->> 'abalance', diff ->> 'tbalance', diff ->> 'bbalance')) as d (amount)
        where action = 'U'
      )
      select l.transaction_id
      from audit.data_op_log as l
      left join change as c on c.transaction_id = l.transaction_id and c.delta = (l.raw_data ->> 'delta')::bigint
        and c.data_id = l.raw_data ->> case c.table_name
          when 'pgbench_accounts' then 'aid' when 'pgbench_tellers' then 'tid' else 'bid' end
      where l.table_name = 'pgbench_history' and (l.raw_data ->> 'delta')::bigint <> 0
      group by l.transaction_id
      having count(c.table_name) <> 3 or count(distinct c.table_name) <> 3`);
    expect(rows).toEqual([]);
  });

  test.for([
    ['accounts', 'aid', 'abalance'],
    ['tellers', 'tid', 'tbalance'],
    ['branches', 'bid', 'bbalance'],
  ] as const)(
    'the diffs summed up over the start give the end: %s',
    async ([table, key, balance]) => {
      const { rows } = await client().query(`
      with summed as (
        select data_id, sum(split_part(diff ->> '${balance}', ' -> ', 2)::bigint
                          - split_part(diff ->> '${balance}', ' -> ', 1)::bigint) as delta
        from audit.data_op_log where table_name = 'pgbench_${table}' group by 1
      )
      select a.${key}, b.${balance} as start, a.${balance} as now, s.delta
      from start_${table} as b
      full join pgbench_${table} as a on a.${key} = b.${key}
      left join summed as s on s.data_id = a.${key}::text
      where a.${balance} is distinct from b.${balance} + coalesce(s.delta, 0)`);
      expect(rows).toEqual([]);
    },
  );

  test.for([
    ['accounts', 'abalance'],
    ['tellers', 'tbalance'],
    ['branches', 'bbalance'],
  ] as const)('each change begins where the one before it ended: %s', async ([table, balance]) => {
    const { rows } = await client().query(`
      select * from (
        select id, data_id, split_part(diff ->> '${balance}', ' -> ', 1) as before,
          lag(split_part(diff ->> '${balance}', ' -> ', 2), 1, '0') over (partition by data_id order by id) as prior
        from audit.data_op_log where table_name = 'pgbench_${table}'
      ) as c where before <> prior`);
    expect(rows).toEqual([]);
  });

  test('the diffs hold the balance and nothing else', async () => {
    const { rows } = await client().query(`
      select distinct k as member from audit.data_op_log cross join jsonb_object_keys(diff) as k order by 1`);
    expect(rows.map(({ member }) => member)).toEqual([
      'abalance',
      'bbalance',
      'diffType',
      'tbalance',
    ]);
  });

  test('the history of the log is the history of the table', async () => {
    const { rows } = await client().query(`
      select to_jsonb(h) from pgbench_history as h
      except all
      select raw_data from audit.data_op_log where table_name = 'pgbench_history'`);
    expect(rows).toEqual([]);
  });
});
