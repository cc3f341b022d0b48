import { tidy } from './bulk.mjs';
import { measure } from './measure.mjs';
import { insertRows } from './workload.mjs';

/** The backend's own memory in megabytes; what it shares with others, such as the buffers it has touched, is left out. */
async function ownMemory(watcher, pid) {
  const { rows } = await watcher.query('select pg_read_file($1) as status', [
    `/proc/${pid}/status`,
  ]);
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(rows[0].status)[1]) / 1024;
}

/** Runs a statement, and looks at the backend's memory every few milliseconds until it is done. */
async function watched(client, watcher, sql) {
  const { rows } = await client.query('select pg_backend_pid() as pid');
  let done = false;
  let peak = 0;
  const watching = (async () => {
    while (!done) {
      peak = Math.max(peak, await ownMemory(watcher, rows[0].pid));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const time = await measure(client, sql).finally(() => {
    done = true;
  });
  await watching;
  return { ...time, peak };
}

/** One update each of more and more rows, in a session of its own: time for a row, and the most memory that it took. */
export async function benchMemory({ databases, sizes, progress }) {
  const results = [];
  const largest = Math.max(...sizes);
  for (const key of ['unaudited', 'ours_sql']) {
    await databases.create('memory', { from: key });
    const filler = await databases.connect('memory');
    await filler.query(insertRows(1, largest));
    for (const size of sizes) {
      progress(`memory of an update of ${size} rows, ${key}`);
      await tidy(filler);
      const client = await databases.connect('memory');
      const sql = `update public.item set qty = qty + 1 where id <= ${size}`;
      const { ms, cpu, peak, rowCount } = await watched(client, filler, sql);
      if (rowCount !== size) throw new Error(`an update of ${size} rows wrote ${rowCount}`);
      results.push({ key, size, wall: (ms * 1000) / size, cpu: (cpu * 1000) / size, peak });
      await client.end();
    }
    await filler.end();
    await databases.drop('memory');
  }
  return results;
}
