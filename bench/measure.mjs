/** Of an even number of values the upper one. */
export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

export const sum = (values) => values.reduce((total, value) => total + value, 0);

/** Linux counts in ticks of 10 ms whatever its own clock is. */
const millisecondsPerTick = 10;

/**
 * CPU time of the connection's backend. Other people's load changes the wall-clock far more than this. Undefined where
 * the server runs on something else than Linux, or its role may not read its files.
 */
async function cpuTime(client) {
  try {
    const { rows } = await client.query(`select pg_read_file('/proc/self/stat') as stat`);
    // The command's name, in parentheses, may hold spaces: utime and stime are the 12th and 13th after it.
    const fields = rows[0].stat.slice(rows[0].stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick;
  } catch {
    return undefined;
  }
}

/** Wall-clock and CPU time of one statement, in milliseconds. */
export async function measure(client, sql) {
  const cpuBefore = await cpuTime(client);
  const start = performance.now();
  const result = await client.query(sql);
  const ms = performance.now() - start;
  const cpuAfter = await cpuTime(client);
  return { ms, cpu: cpuAfter - cpuBefore, rowCount: result.rowCount };
}

/**
 * Each contestant's times against those of the first. Wall-clock: the median of the rounds' ratios, each of two times
 * that were taken within seconds of each other. CPU: the ratio of the sums, since a tick is long.
 */
export function compare(times, baseline) {
  const cpu = sum(times.map((time) => time.cpu)) / sum(baseline.map((time) => time.cpu));
  return {
    ms: median(times.map(({ ms }) => ms)),
    cpuMs: sum(times.map((time) => time.cpu)) / times.length,
    ratio: median(times.map(({ ms }, round) => ms / baseline[round].ms)),
    cpuRatio: Number.isFinite(cpu) ? cpu : undefined,
  };
}

/** Nobody shall always be the first after a pause, nor always run behind the same other. */
export const rotated = (list, by) => [
  ...list.slice(by % list.length),
  ...list.slice(0, by % list.length),
];
