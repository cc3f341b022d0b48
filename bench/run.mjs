import { cpus, loadavg } from 'node:os';
import { takeServer } from '../packages/test-db/dist/index.js';
import { benchBulk } from './bulk.mjs';
import { emptyTrigger } from './contestants/empty-trigger.mjs';
import { available } from './contestants/index.mjs';
import { databasesOn } from './databases.mjs';
import { benchFloor } from './floor.mjs';
import { benchLog, benchStatements } from './growth.mjs';
import { benchMemory } from './memory.mjs';
import { benchSingleRows } from './single-rows.mjs';
import { baseTables } from './workload.mjs';

const progress = (text) => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);

/** All that is measured, on one server in one run. */
export async function runBench(options) {
  const { server, release } = await takeServer();
  const databases = databasesOn(server);
  try {
    const { taking, leftOut } = available(server.extensions);
    const { rows, rounds, seconds, records } = options;
    const loadBefore = loadavg()[0];
    const single = [...taking, emptyTrigger];
    for (const { key, setUp } of single) {
      await databases.create(key);
      await databases.prepare(key, async (pool) => {
        await pool.query(baseTables);
        await setUp(pool);
      });
    }
    const { bulk, sizes, baseline } = await benchBulk({
      databases,
      taking,
      rows,
      rounds,
      progress,
    });
    const floor = await benchFloor({ databases, rows, baseline: baseline.insert, progress });
    const throughput = await benchSingleRows({
      databases,
      taking: single,
      rows,
      rounds,
      seconds,
      progress,
    });
    const largest = rows * 4;
    const statements = await benchStatements({ databases, largest, rounds, progress });
    const memory = await benchMemory({
      databases,
      sizes: [10_000, 100_000, 1_000_000],
      progress,
    });
    const log = await benchLog({ databases, largest, records, progress });
    return {
      environment: {
        server: `PostgreSQL ${server.version}`,
        cores: cpus().length,
        ...{ rows, rounds, seconds },
        load: [loadBefore, loadavg()[0]],
        date: new Date().toISOString().slice(0, 10),
      },
      contestants: taking.map(({ key, name }) => ({ key, name })),
      singleRowFloor: { key: emptyTrigger.key, name: emptyTrigger.name },
      ...{ leftOut, bulk, sizes, single: throughput, floor, statements, memory, log },
    };
  } finally {
    await databases.dropAll();
    await release();
  }
}
