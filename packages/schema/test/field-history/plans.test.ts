import { beforeAll, describe, expect, test } from 'vitest';
import { useAudited } from '../support/audited.js';

const { client } = useAudited();

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

/** 170,000 records of 20 tables over six months, 90 seconds apart, besides the months that are made ahead. */
beforeAll(async () => {
  await client().query(`
    select audit._add_log_partition(month::date)
    from generate_series(date '2020-01-01', date '2020-06-01', interval '1 month') as month;
    insert into audit.data_op_log (schema_name, table_name, data_id, diff, relid, role_name, transaction_id,
      action_tstamp_tx, action_tstamp_stm, action_tstamp_clk, action, statement_only)
    select 'shop', 'table_' || n % 20, n / 20 % 1000,
      jsonb_build_object('diffType', 'normal', 'price', n || ' -> ' || n + 1, 'name', format('"item %s" -> "item %s"', n, n + 1)),
      1, 'app', 1000 + n / 5, t.at, t.at, t.at + interval '200 ms', 'U', false
    from generate_series(1, 170000) as n
    cross join lateral (select timestamptz '2020-01-01 00:00+00' + n * interval '90 seconds' as at) as t`);
  await client().query('vacuum analyze audit.data_op_log');
});

/** Which partitions a query reads, and how: `2020_03 data_op_log_row_idx`, or `2020_03 whole`. */
async function reads(condition: string): Promise<string[]> {
  const { rows } = await client().query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (format json) select * from audit.field_history where ${condition}`,
  );
  const found: string[] = [];
  const walk = (plan: Plan, table?: string): void => {
    const relation = plan['Relation Name'] ?? table;
    const month = relation?.match(/^data_op_log_(.*)/)?.[1];
    const index = plan['Index Name']?.replace(/^data_op_log_(\d{4}_\d\d|default)_/, '');
    if (month !== undefined && index !== undefined) found.push(`${month} ${index}`);
    else if (month !== undefined && plan['Node Type'] === 'Seq Scan') found.push(`${month} whole`);
    for (const child of plan.Plans ?? []) walk(child, relation);
  };
  for (const { Plan: plan } of rows[0]?.['QUERY PLAN'] ?? []) walk(plan);
  return found;
}

/** Of the months that hold something; empty ones, and the default partition, are read whole, which costs nothing. */
const full = (found: string[]) => found.filter((line) => /^2020_/.test(line)).sort();
const months = ['2020_01', '2020_02', '2020_03', '2020_04', '2020_05', '2020_06'];
const rowIndex = 'table_name_data_id_idx';
const timeIndex = 'action_tstamp_tx_action_tstamp_clk_tran_idx';

describe('what a condition on the view reads of the log', () => {
  test('everything that happened to a row: the index of rows', async () => {
    expect(full(await reads(`table_name = 'table_3' and data_id = '77'`))).toEqual(
      months.map((month) => `${month} ${rowIndex}`),
    );
  });

  test('… in a time: that of its months', async () => {
    expect(
      full(
        await reads(
          `schema_name = 'shop' and table_name = 'table_3' and data_id = '77' and transaction_began >= '2020-02-10' and transaction_began < '2020-03-10'`,
        ),
      ),
    ).toEqual([`2020_02 ${rowIndex}`, `2020_03 ${rowIndex}`]);
  });

  test('all changes of a field: the index of rows, by the table', async () => {
    expect(
      full(await reads(`table_name = 'table_3' and field_changed = 'price'`)).every((line) =>
        line.endsWith(rowIndex),
      ),
    ).toBe(true);
  });

  test('… in a time: its month alone, by time', async () => {
    const found = full(
      await reads(
        `table_name = 'table_3' and field_changed = 'price' and transaction_began >= '2020-02-10' and transaction_began < '2020-02-11'`,
      ),
    );
    expect(new Set(found.map((line) => line.slice(0, 7)))).toEqual(new Set(['2020_02']));
    expect(found.every((line) => !line.endsWith('whole'))).toBe(true);
  });

  test('the time of the change, which no partition goes by: the index of time', async () => {
    expect(full(await reads(`changed_at >= '2020-02-10' and changed_at < '2020-02-11'`))).toEqual(
      months.map((month) => `${month} ${timeIndex}`),
    );
  });

  test('a transaction: the index of time', async () => {
    expect(full(await reads('transaction_id = 12345'))).toEqual(
      months.map((month) => `${month} ${timeIndex}`),
    );
  });

  test('the query of an export reads its day’s month and none that comes after', async () => {
    await client().query(`create schema shop; create table shop.table_3 (id int primary key)`);
    const { rows } = await client().query<{ query: string }>(
      `select audit._export_query('shop.table_3', '2020-02-10', time_zone => 'UTC') as query`,
    );
    const condition = rows[0]?.query.match(/where (.*)\norder by/s)?.[1] as string;
    const found = full(await reads(condition.replaceAll('h.', '')));
    expect(new Set(found.map((line) => line.slice(0, 7)))).toEqual(new Set(['2020_01', '2020_02']));
    expect(found.every((line) => !line.endsWith('whole'))).toBe(true);
  });

  test('reading the history of a row is too cheap to be compiled', async () => {
    const { rows } = await client().query<{ 'QUERY PLAN': { Plan: { 'Total Cost': number } }[] }>(
      `explain (format json) select * from audit.field_history where table_name = 'table_3' and data_id = '77'`,
    );
    const { rows: limit } = await client().query<{ jit_above_cost: string }>('show jit_above_cost');
    expect(rows[0]?.['QUERY PLAN'][0]?.Plan['Total Cost']).toBeLessThan(
      Number(limit[0]?.jit_above_cost),
    );
  });
});
