// An export of 1,000,000 records in each format, next to `psql \copy` of the same query, in one run: rows a second and
// the most memory that the process had (VmHWM of /proc/<pid>/status, hence on Linux only). Needs psql, and a server:
//
//   AUDIT_TEST_DATABASE_URL=postgres://… node bench/export.mjs [records]

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const records = Number(process.argv[2] ?? 1_000_000);
const server = process.env.AUDIT_TEST_DATABASE_URL;
if (server === undefined) throw new Error('AUDIT_TEST_DATABASE_URL names no server');

const cli = fileURLToPath(new URL('../packages/cli/dist/main.js', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'audit-bench-export-'));
const database = `audit_bench_${process.pid}`;
const url = new URL(server);
url.pathname = `/${database}`;

const query = "select * from audit.data_op_log where table_name = 'users' order by id";
const contestants = [
  [
    'psql \\copy, records as csv',
    'psql',
    ['-Xqc', `\\copy (${query}) to '${join(directory, 'copy.csv')}' csv header`, url.href],
    'copy.csv',
  ],
  ...['csv', 'jsonl', 'xlsx'].map((format) =>
    exported(`records as ${format}`, `records.${format}`, '--view', 'records', '--table', 'users'),
  ),
  exported('field changes as csv', 'fields.csv', '--table', 'users'),
  exported(
    'records as csv, incremental',
    'bits.csv',
    '--view',
    'records',
    '--incremental',
    'bench',
  ),
];

await onServer(`create database ${database}`);
try {
  await run('node', [cli, 'install', '--engine', 'sql']);
  await fill();
  const results = [];
  for (const [name, program, args, file] of contestants) {
    const { seconds, megabytes } = await run(program, args);
    const size = statSync(join(directory, file)).size;
    results.push({
      name,
      seconds: seconds.toFixed(1),
      'rows/s': Math.round(records / seconds),
      'peak MB': Math.round(megabytes),
      'file MB': Math.round(size / 1e6),
    });
  }
  console.table(results);
} finally {
  await onServer(`drop database if exists ${database} with (force)`);
  rmSync(directory, { recursive: true });
}

function exported(name, file, ...args) {
  return [
    `audit-cli export, ${name}`,
    'node',
    [cli, 'export', ...args, '-o', join(directory, file)],
    file,
  ];
}

/** A table whose rows are all changed, so often that the log has the wanted number of updates. */
async function fill() {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const rows = 100_000;
  await client.query(`
    set synchronous_commit = off;
    create table users (id int primary key, name text, email text, role text);
    insert into users select g, 'name ' || g, 'user' || g || '@example.org', 'reader' from generate_series(1, ${rows}) as g;
    select audit.track('users')`);
  for (let done = 0, round = 0; done < records; done += rows, round++) {
    await client.query(
      `update users set role = 'role ${round}' where id <= ${Math.min(rows, records - done)}`,
    );
  }
  await client.query('vacuum analyze audit.data_op_log');
  await client.end();
}

/** Runs a program to its end, and looks at its memory meanwhile: VmHWM only ever grows. */
async function run(program, args) {
  const began = performance.now();
  const child = spawn(program, args, {
    env: { ...process.env, DATABASE_URL: url.href },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let kilobytes = 0;
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      kilobytes = Math.max(kilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {
      // It has ended just now.
    }
  }, 20);
  const [code] = await once(child, 'close');
  clearInterval(look);
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, megabytes: kilobytes / 1024 };
}

async function onServer(sql) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
