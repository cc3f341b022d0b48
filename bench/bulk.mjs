import { compare, measure, rotated } from './measure.mjs';
import { operations, warmUp } from './workload.mjs';

/** Without the remains of what was done before: dead rows, unwritten pages, a checkpoint that falls due. */
export async function tidy(client) {
  await client.query('vacuum analyze public.item');
  await client.query('checkpoint');
}

async function openRound(databases, taking) {
  const clients = new Map();
  for (const { key } of taking) {
    await databases.create(`${key}_run`, { from: key });
    const client = await databases.connect(`${key}_run`);
    clients.set(key, client);
    for (const sql of warmUp) await client.query(sql);
  }
  return clients;
}

async function sizeOf(client, log) {
  const one = async (sql) => Number(Object.values((await client.query(sql)).rows[0])[0]);
  return { bytes: await one(log.bytes), records: await one(log.records) };
}

/** Every round in fresh clones; within a round every contestant in turn does one operation, then the next. */
export async function benchBulk({ databases, taking, rows, rounds, progress }) {
  const times = new Map(
    taking.map(({ key }) => [key, Object.fromEntries(operations.map((op) => [op.key, []]))]),
  );
  const sizes = {};
  for (let round = 0; round < rounds; round++) {
    progress(`bulk work, round ${round + 1} of ${rounds}`);
    const clients = await openRound(databases, taking);
    for (const operation of operations) {
      for (const { key, name } of rotated(taking, round)) {
        const client = clients.get(key);
        await tidy(client);
        const time = await measure(client, operation.sql(rows));
        if (time.rowCount !== rows) throw new Error(`${name}: ${operation.name} missed rows`);
        times.get(key)[operation.key].push(time);
      }
    }
    for (const { key, name, log } of taking) {
      if (log) {
        sizes[key] = await sizeOf(clients.get(key), log);
        // A contestant that records nothing would win.
        if (sizes[key].records < rows * operations.length) throw new Error(`${name} missed rows`);
      }
      await clients.get(key).end();
      await databases.drop(`${key}_run`);
    }
  }
  const baseline = times.get(taking[0].key);
  const results = {};
  for (const { key } of taking) {
    results[key] = Object.fromEntries(
      operations.map((op) => [op.key, compare(times.get(key)[op.key], baseline[op.key])]),
    );
  }
  return { bulk: results, sizes, baseline };
}
