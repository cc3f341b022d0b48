import { tidy } from './bulk.mjs';
import { measure, median, sum } from './measure.mjs';
import { insertRows } from './workload.mjs';

/** Rows for each statement, and how many statements make one measurement: never more rows than there are. */
const shapes = (largest) =>
  [1, 100, 10_000, largest]
    .filter((size, at, sizes) => size <= largest && sizes.indexOf(size) === at)
    .map((size) => ({ size, statements: Math.max(1, Math.floor(atMost(size, largest) / size)) }));

/** A few rows at a time cost much each, and need not be many to be measured. */
const atMost = (size, largest) => Math.min(largest, size === 1 ? 2000 : 50_000);

/** The statements run inside the server: of single rows a client would measure the network. */
const repeated = (statements, sql) => `
  do $$
  begin
    for part in 0 .. ${statements - 1} loop
      ${sql};
    end loop;
  end
  $$`;

/** From rows at hand: values built in the statement would have its own planning measured with it. */
const insertParts = (first, { size, statements }) =>
  repeated(
    statements,
    `insert into public.item
     select ${first - 1} + id, sku, name, qty, price, active, note, created_at, modified_at, profile, details, tags
     from public.source where id between part * ${size} + 1 and (part + 1) * ${size}`,
  );

const updateParts = ({ size, statements }) =>
  repeated(
    statements,
    `update public.item set qty = qty + 1 where id between part * ${size} + 1 and (part + 1) * ${size}`,
  );

async function costOfRow(client, sql, rows) {
  const { ms, cpu } = await measure(client, sql);
  return { wall: (ms * 1000) / rows, cpu: (cpu * 1000) / rows };
}

/** CPU time by the mean: a tick of the clock is long. */
const middle = (costs) => ({
  wall: median(costs.map(({ wall }) => wall)),
  cpu: sum(costs.map(({ cpu }) => cpu)) / costs.length,
});

/** Microseconds for each row, by the rows that a statement writes. */
export async function benchStatements({ databases, largest, rounds, progress }) {
  const results = [];
  for (const key of ['unaudited', 'ours_sql']) {
    progress(`statements of 1 to ${largest} rows, ${key}`);
    await databases.create('statements', { from: key });
    const client = await databases.connect('statements');
    await client.query(insertRows(1, largest));
    await client.query(
      'create table source as table public.item; alter table source add primary key (id); analyze source',
    );
    let nextId = largest + 1;
    const costs = new Map();
    for (let round = 0; round < rounds; round++) {
      for (const operation of ['insert', 'update']) {
        for (const shape of shapes(largest)) {
          const count = shape.size * shape.statements;
          await tidy(client);
          const insert = operation === 'insert';
          const sql = insert ? insertParts(nextId, shape) : updateParts(shape);
          if (insert) nextId += count;
          const name = `${operation} ${shape.size}`;
          costs.set(name, [...(costs.get(name) ?? []), await costOfRow(client, sql, count)]);
        }
      }
    }
    for (const [name, values] of costs) {
      const [operation, size] = name.split(' ');
      results.push({ key, operation, size: Number(size), ...middle(values) });
    }
    await client.end();
    await databases.drop('statements');
  }
  return results;
}

const lookUp = (id) => `
  explain (analyze, format json)
  select * from audit.data_op_log where table_name = 'item' and data_id = '${id}' order by id desc`;

/** Fills the log with real records up to `records`: what a row costs on the way, and one row's history at the end. */
export async function benchLog({ databases, largest, records, progress }) {
  await databases.create('log', { from: 'ours_sql' });
  const client = await databases.connect('log');
  await client.query(insertRows(1, largest));
  const costs = [];
  for (let count = largest; count < records; count += largest) {
    if (costs.length % 5 === 0) progress(`a log of ${count} records`);
    await tidy(client);
    costs.push(await costOfRow(client, 'update public.item set qty = qty + 1', largest));
  }
  await client.query('vacuum analyze audit.data_op_log');
  const lookups = [];
  for (let id = 1; id <= 21; id++) {
    const { rows } = await client.query(lookUp(Math.floor((id * largest) / 22)));
    const [plan] = rows[0]['QUERY PLAN'];
    lookups.push({ ms: plan['Execution Time'], planningMs: plan['Planning Time'] });
  }
  const { rows } = await client.query(
    `select sum(pg_total_relation_size(relid))::float8 as bytes from pg_partition_tree('audit.data_op_log')`,
  );
  await client.end();
  await databases.drop('log');
  const some = Math.max(1, Math.floor(costs.length / 4));
  return {
    records: largest * (costs.length + 1),
    bytes: rows[0].bytes,
    first: middle(costs.slice(0, some)),
    last: middle(costs.slice(-some)),
    lookupMs: median(lookups.map(({ ms }) => ms)),
    slowestLookupMs: Math.max(...lookups.map(({ ms }) => ms)),
    planningMs: median(lookups.map(({ planningMs }) => planningMs)),
  };
}
