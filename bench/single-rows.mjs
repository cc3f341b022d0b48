import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tidy } from './bulk.mjs';
import { median, rotated } from './measure.mjs';
import { insertRows, singleRowUpdate } from './workload.mjs';

/** Beside the server's binaries where it runs here, else wherever PATH has one; undefined where there is none. */
async function findPgbench(client) {
  const { rows } = await client.query(`select setting from pg_config where name = 'BINDIR'`);
  const beside = join(rows[0].setting, 'pgbench');
  if (existsSync(beside)) return beside;
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return 'pgbench';
  } catch {
    return undefined;
  }
}

/** Not on the command line: its password would show in the list of processes. */
function connectionOf(url) {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: pathname.slice(1),
  };
}

async function throughput(pgbench, script, url, { rows, clients, seconds }) {
  const { stdout } = await promisify(execFile)(
    pgbench,
    [
      ...['--no-vacuum', '--protocol=prepared', `--client=${clients}`, `--jobs=${clients}`],
      ...[`--time=${seconds}`, `--define=rows=${rows}`, `--file=${script}`],
    ],
    { env: { ...process.env, ...connectionOf(url) } },
  );
  const tps = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
  if (!(tps > 0)) throw new Error(`pgbench said no throughput:\n${stdout}`);
  return tps;
}

/** Updates of one row each, as a share of what the unaudited table takes in the same round. */
export async function benchSingleRows({ databases, taking, rows, rounds, seconds, progress }) {
  const idle = new Map();
  const directory = mkdtempSync(join(tmpdir(), 'audit-bench-'));
  try {
    for (const { key } of taking) {
      await databases.create(`${key}_single`, { from: key });
      const client = await databases.connect(`${key}_single`);
      idle.set(key, client);
      await client.query(insertRows(1, rows));
    }
    const pgbench = await findPgbench(idle.get(taking[0].key));
    if (pgbench === undefined) return undefined;
    const script = join(directory, 'update.sql');
    writeFileSync(script, singleRowUpdate);

    const results = Object.fromEntries(taking.map(({ key }) => [key, {}]));
    for (const clients of [1, 4]) {
      const tps = Object.fromEntries(taking.map(({ key }) => [key, []]));
      for (let round = 0; round < rounds; round++) {
        progress(`single rows, ${clients} client(s), round ${round + 1} of ${rounds}`);
        for (const { key } of rotated(taking, round)) {
          await tidy(idle.get(key));
          const url = databases.urlOf(`${key}_single`);
          tps[key].push(await throughput(pgbench, script, url, { rows, clients, seconds }));
        }
      }
      for (const { key } of taking) {
        results[key][clients] = {
          tps: median(tps[key]),
          share: median(tps[key].map((value, round) => value / tps[taking[0].key][round])),
        };
      }
    }
    return results;
  } finally {
    rmSync(directory, { recursive: true });
    for (const [key, client] of idle) {
      await client.end();
      await databases.drop(`${key}_single`);
    }
  }
}
