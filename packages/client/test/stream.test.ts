import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import { type AuditClient, createAuditClient, type EntryFilter } from '../src/index.js';
import { collect } from './support/collect.js';
import { writeRecords } from './support/records.js';
import { describeDrivers } from './support/targets.js';

const total = 10_000;

/** Each record so large that all of them together could not go unnoticed: 10,000 of 3 kB are 30 MB. */
const filling = 3_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describeDrivers('streaming', (driver) => {
  let audit: AuditClient;
  beforeAll(async () => {
    audit = createAuditClient(driver());
    await writeRecords(driver(), [{ data_id: '0', op_note: 'first' }]);
    await driver().query(
      `insert into audit.data_op_log (schema_name, table_name, data_id, relid, action_tstamp_tx,
         action_tstamp_stm, action_tstamp_clk, action, statement_only, raw_data)
       select 'shop', 'lines', i, 1, now(), now(), now(), 'I', false,
         jsonb_build_object('text', repeat('x', ${filling}), 'i', i)
       from generate_series(1, ${total}) as i;
       analyze audit.data_op_log`,
    );
  });

  test('reads 10,000 entries in order and in little memory', async () => {
    const limit = 10 * 1024 * 1024;
    const start = heapInUse();
    let most = 0;
    let count = 0;
    let last = 0n;
    let sum = 0;
    for await (const { id, rawData } of audit.streamEntries(
      { table: 'lines' },
      { batchSize: 100 },
    )) {
      expect(id > last).toBe(true);
      last = id;
      count += 1;
      sum += Number(rawData?.i);
      if (count % 1000 === 0) most = Math.max(most, heapInUse() - start);
    }
    expect({ count, sum }).toEqual({ count: total, sum: (total * (total + 1)) / 2 });
    expect(most).toBeLessThan(limit);
  });

  test('takes the same filters as a page', async () => {
    const entries = await collect(audit.streamEntries({ table: 'lines', key: 77 }));
    expect(entries.map(({ key }) => key)).toEqual(['77']);
  });

  test('uses the index for a row of a table', async () => {
    const plan = await planOf({ table: 'shop.lines', key: 77 });
    expect(plan).toMatch(/Index Scan.*table_name_data_id_idx/);
  });

  test('reads no month outside the time range', async () => {
    const { rows } = await driver().query<{ month: string; after: string }>(
      `select to_char(now(), '"data_op_log_"YYYY"_"MM') as month,
         to_char(now() + interval '2 months', 'YYYY-MM-DD"T00:00:00Z"') as after`,
    );
    const { month = '', after } = rows[0] ?? {};
    const [everything, later] = [await planOf({}), await planOf({ since: after })];
    expect(everything).toMatch(new RegExp(month.replaceAll('_', '_?')));
    expect(later).not.toMatch(new RegExp(month.replaceAll('_', '_?')));
  });

  /** How the server would read the first page. */
  async function planOf(filter: EntryFilter): Promise<string> {
    let plan = '';
    const explaining = createAuditClient({
      ...driver(),
      query: async (text, params) => {
        const { rows } = await driver().query<{ 'QUERY PLAN': string }>(`explain ${text}`, params);
        plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        return { rows: [] };
      },
    });
    await explaining.entries(filter);
    return plan;
  }
});
