// JSON diffs on plv8, on SQL and in plain Node, side by side: the median of interleaved rounds, as
// the capture functions call them. `text` is the time for printing both documents, which plv8 needs
// and SQL does not: a floor. `plv8 unguarded` has no limit of size. Needs a server with plv8.
//
//   AUDIT_TEST_DATABASE_URL=postgres://… node bench/diff.mjs [rounds]

import { readFileSync } from 'node:fs';
import pg from 'pg';

const rounds = Number(process.argv[2] ?? 7);
const schema = new URL('../packages/schema/', import.meta.url);
const read = (path) => readFileSync(new URL(path, schema), 'utf8');
const database = `audit_bench_${process.pid}`;

const functions = [
  'sql/functions/_abridged.sql',
  'sql/functions/_change.sql',
  'sql/functions/_diff_other.sql',
  'sql/functions/_changed_members.sql',
  'sql/functions/_diff_object.sql',
  'sql/functions/_compare_items.sql',
  'sql/functions/_diff_array.sql',
  'sql/functions/_key_text.sql',
  'sql/functions/_diff_object_array.sql',
  'src/generated/plv8_diff.sql',
];

const workloads = [
  {
    name: '100,000 small objects',
    type: 'object',
    key: null,
    rows: 100_000,
    document: `jsonb_build_object('id', row, 'name', 'customer ' || row, 'city', case version when 1 then 'Wien' else 'Graz' end,
      'qty', row % 7 + version, 'price', round(row / 7.0, 2), 'tags', jsonb_build_array('a', 'b'), 'note', null, 'active', true)`,
  },
  {
    name: '10,000 objectArrays of 50 items',
    type: 'objectArray',
    key: ['sku'],
    rows: 10_000,
    document: `(select jsonb_agg(jsonb_build_object('sku', 'sku-' || item, 'qty', case when item % 17 = 0 then version else 1 end,
      'price', 9.90, 'note', 'line ' || row) order by item) from generate_series(version, 49 + version) as item)`,
  },
  {
    name: 'one objectArray of 10 MB',
    type: 'objectArray',
    key: ['id'],
    rows: 1,
    document: `(select jsonb_agg(jsonb_build_object('id', n, 'name', 'name ' || n, 'qty',
      case when n % 100 = 0 then version else n end) order by n) from generate_series(1, 200000) as n)`,
  },
  {
    name: 'one object of 10 MB',
    type: 'object',
    key: null,
    rows: 1,
    document: `(select jsonb_object_agg('member ' || n, jsonb_build_object('text', repeat(md5(n::text), 14), 'n',
      case when n % 100 = 0 then version else n end)) from generate_series(1, 20000) as n)`,
  },
];

const inSql = {
  object: 'audit._diff_object(before, after)::text',
  array: 'audit._diff_array(before, after)::text',
  objectArray: 'audit._diff_object_array(before, after, key)::text',
};

/** Beyond this many bytes the plv8 engine leaves a diff to SQL, so that V8 never runs out of memory. */
const largestInPlv8 = 8_000_000;

const inPlv8 = (type) => `case
  when octet_length(before::text) + octet_length(after::text) <= ${largestInPlv8}
    then audit._plv8_diff('${type}', before::text, after::text, key)
  else ${inSql[type]}
end`;

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The code that plv8 runs, outside of it. */
function diffInNode() {
  const body = read('src/generated/plv8_diff.sql').split('$plv8$')[1];
  return new Function('diff_type', 'before', 'after', 'key', body);
}

async function measure(client, { name, type, key, rows, document }) {
  await client.query('drop table if exists document');
  await client.query(
    `create table document as
     select old.document as before, new.document as after, $1::text[] as key
     from generate_series(1, ${rows}) as row,
       lateral (select ${document} as document from (values (1)) as _ (version)) as old,
       lateral (select ${document} as document from (values (2)) as _ (version)) as new`,
    [key],
  );
  await client.query('analyze document');
  const texts = await client.query('select before::text, after::text from document');
  const diff = diffInNode();
  const contestants = {
    plv8: () => client.query(`select sum(length(${inPlv8(type)})) from document`),
    sql: () => client.query(`select sum(length(${inSql[type]})) from document`),
    'plv8 unguarded': () =>
      client.query(
        `select sum(length(audit._plv8_diff('${type}', before::text, after::text, key))) from document`,
      ),
    text: () =>
      client.query('select sum(length(before::text) + length(after::text)) from document'),
    node: () => {
      for (const { before, after } of texts.rows) diff(type, before, after, key);
    },
  };
  const times = Object.fromEntries(Object.keys(contestants).map((contestant) => [contestant, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [contestant, run] of Object.entries(contestants)) {
      const time = await timed(run);
      // The first round is for plans, caches and compilers.
      if (round > 0) times[contestant].push(time);
    }
  }
  const medians = Object.fromEntries(
    Object.entries(times).map(([contestant, list]) => [contestant, median(list)]),
  );
  return { workload: name, ...medians, 'sql / plv8': medians.sql / medians.plv8 };
}

/** Milliseconds in SQL for ten times the items, and again: a ratio of 10 is linear. */
async function growth(client, type, item) {
  const times = [];
  for (const items of [1_000, 10_000, 100_000]) {
    const list = `(select ${type === 'object' ? `jsonb_object_agg('member ' || n, ${item})` : `jsonb_agg(${item} order by n)`}
      from generate_series(1, ${items}) as n)`;
    await client.query('drop table if exists document');
    await client.query(
      `create table document as select '{id}'::text[] as key, ${list.replaceAll('version', '1')} as before, ${list.replaceAll('version', '2')} as after`,
    );
    const runs = [];
    for (let round = 0; round < 3; round++) {
      runs.push(await timed(() => client.query(`select length(${inSql[type]}) from document`)));
    }
    times.push(median(runs));
  }
  const [small, middle, large] = times;
  return {
    'sql engine': type,
    '1,000': small,
    '10,000': middle,
    '100,000': large,
    x10: middle / small,
    x100: large / middle,
  };
}

function print(rows) {
  const rounded = (value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value);
  console.table(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, rounded(value)])),
    ),
  );
}

const admin = new pg.Client({ connectionString: process.env.AUDIT_TEST_DATABASE_URL });
await admin.connect();
await admin.query(`create database ${database}`);
const client = new pg.Client({ ...admin.connectionParameters, database });
try {
  await client.connect();
  await client.query('create extension plv8; create schema audit; set jit = off');
  for (const path of functions) await client.query(read(path));
  const results = [];
  for (const workload of workloads) results.push(await measure(client, workload));
  print(results);
  print([
    await growth(client, 'object', 'case when n % 100 = 0 then version else n end'),
    await growth(client, 'array', 'case when n % 100 = 0 then version else n end'),
    await growth(
      client,
      'objectArray',
      "jsonb_build_object('id', n, 'qty', case when n % 100 = 0 then version else n end)",
    ),
  ]);
} finally {
  await client.end();
  await admin.query(`drop database ${database} with (force)`);
  await admin.end();
}
