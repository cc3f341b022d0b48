import { goals, operations } from './workload.mjs';

const fixed = (value, digits) =>
  value === undefined || value === null || Number.isNaN(value) ? '–' : value.toFixed(digits);

const both = ({ wall, cpu }) => `${fixed(wall, 1)} (${fixed(cpu, 1)})`;

const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

const count = (value) => value.toLocaleString('en-US');

/** The results as tables: a title, a head and rows of texts, for the terminal and for the document alike. */
export function tablesOf(results) {
  return [
    ratios(results, 'ratio', 'Wall-clock, as a multiple of the unaudited time'),
    ratios(results, 'cpuRatio', "The backend's CPU time, as a multiple of the unaudited"),
    singleAndSize(results),
    goalsAndReached(results),
    floorTable(results),
    statementTable(results),
    memoryTable(results),
    logTable(results),
  ];
}

function ratios({ contestants, bulk }, field, title) {
  const [first] = contestants;
  const milliseconds = field === 'ratio' ? 'ms' : 'cpuMs';
  return {
    title,
    head: ['', ...operations.map(({ name }) => name)],
    rows: contestants.map(({ key, name }) => [
      name,
      ...operations.map((op) =>
        key === first.key
          ? `1 (${fixed(bulk[key][op.key][milliseconds], 0)} ms)`
          : fixed(bulk[key][op.key][field], 2),
      ),
    ]),
  };
}

function singleAndSize({ contestants, singleRowFloor, single, sizes }) {
  const [first] = contestants;
  const share = (key, clients) => {
    const result = single?.[key][clients];
    if (result === undefined) return '–';
    return key === first.key ? `1 (${count(Math.round(result.tps))} /s)` : fixed(result.share, 2);
  };
  return {
    title: "Single-row updates as a share of the unaudited throughput, and the log's size",
    head: ['', '1 client', '4 clients', 'log', 'records'],
    rows: [...contestants, singleRowFloor].map(({ key, name }) => [
      name,
      share(key, 1),
      share(key, 4),
      sizes[key] ? megabytes(sizes[key].bytes) : '–',
      sizes[key] ? count(sizes[key].records) : '–',
    ]),
  };
}

/** Our own contestants, beside what we want of them. */
function goalsAndReached({ contestants, bulk, single, sizes }) {
  const ours = contestants.filter(({ key }) => key.startsWith('ours_'));
  const row = (name, goal, reached) => [name, goal, ...ours.map(({ key }) => reached(key))];
  const share = (clients) => (key) => fixed(single?.[key][clients].share, 2);
  return {
    title: 'Goals and what was reached (wall-clock)',
    head: ['', 'goal', ...ours.map(({ name }) => name)],
    rows: [
      ...operations.map((op) =>
        row(op.name, `≤ ${fixed(op.goal, 1)}`, (key) => fixed(bulk[key][op.key].ratio, 2)),
      ),
      row('single rows, 1 client', `≥ ${fixed(goals.singleRowShare, 2)}`, share(1)),
      row('single rows, 4 clients', `≥ ${fixed(goals.singleRowShare, 2)}`, share(4)),
      row("log's size", `≤ ${megabytes(goals.logBytes)}`, (key) => megabytes(sizes[key].bytes)),
    ],
  };
}

function floorTable({ floor }) {
  return {
    title:
      'The floor: parts of an audited insert, each alone, as a multiple of the unaudited insert',
    head: ['', 'wall-clock', 'CPU', 'ms'],
    rows: floor.map(({ name, ratio, cpuRatio, ms }) => [
      name,
      fixed(ratio, 2),
      fixed(cpuRatio, 2),
      fixed(ms, 0),
    ]),
  };
}

function statementTable({ statements }) {
  const cost = (key, operation, size) =>
    both(statements.find((s) => s.key === key && s.operation === operation && s.size === size));
  const sizes = [...new Set(statements.map(({ size }) => size))];
  const pair = (operation, size) => [
    cost('unaudited', operation, size),
    cost('ours_sql', operation, size),
  ];
  return {
    title: 'Microseconds for each row, by the rows that one statement writes (in parentheses CPU)',
    head: ['rows', 'insert, unaudited', 'audit on sql', 'update, unaudited', 'audit on sql'],
    rows: sizes.map((size) => [count(size), ...pair('insert', size), ...pair('update', size)]),
  };
}

function memoryTable({ memory }) {
  const at = (key, size) => memory.find((m) => m.key === key && m.size === size);
  const sizes = [...new Set(memory.map(({ size }) => size))];
  return {
    title:
      'One update in a new session: µs for each row (CPU), and the most memory of its own that the backend had',
    head: ['rows', 'unaudited', 'audit on sql', 'memory, unaudited', 'audit on sql'],
    rows: sizes.map((size) => [
      count(size),
      both(at('unaudited', size)),
      both(at('ours_sql', size)),
      megabytes(at('unaudited', size).peak * 1024 * 1024),
      megabytes(at('ours_sql', size).peak * 1024 * 1024),
    ]),
  };
}

function logTable({ log }) {
  const records = count(log.records);
  return {
    title: `A log of ${records} records`,
    head: ['', ''],
    rows: [
      ['µs for each updated row while the log is small (CPU)', both(log.first)],
      ['µs for each updated row when it is full (CPU)', both(log.last)],
      ["one row's history, median of 21 rows", `${fixed(log.lookupMs, 2)} ms`],
      ['the slowest of the 21', `${fixed(log.slowestLookupMs, 2)} ms`],
      ['planning it', `${fixed(log.planningMs, 2)} ms`],
      ['size with indexes', megabytes(log.bytes)],
    ],
  };
}

/** What the figures are worth nothing without. */
export function circumstances({ environment, leftOut }) {
  const { server, cores, rows, rounds, seconds, load, date } = environment;
  const [before, after] = load.map((value) => value.toFixed(1));
  return [
    `${date}, ${server}, ${cores} cores, ${count(rows)} rows, median of ${rounds} rounds, pgbench ${seconds} s a run; the machine's load was ${before} before and ${after} at the end.`,
    ...leftOut.map(({ name, why }) => `Left out: ${name}, because ${why}.`),
  ];
}
