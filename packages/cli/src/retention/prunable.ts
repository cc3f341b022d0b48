import type { SqlDriver } from '@audit/schema';
import { printable } from '../output/printable.js';
import type { Style } from '../output/style.js';
import { table } from '../output/table.js';
import type { Before } from './before-argument.js';

/** A month of the log that goes, or whose beginning is old enough to go but not its end. */
export interface PrunedMonth {
  /** The partition that holds it. */
  readonly partition: string;
  /** Begin and end of the month, as ISO 8601 in UTC. */
  readonly begins: string;
  readonly ends: string;
  /** How many records; of a month that stays, how many of them are old enough. */
  readonly records: bigint;
  /** Size on disk; null for a month of the default partition. */
  readonly bytes: bigint | null;
  /** Whether the month lies wholly before the time. */
  readonly whole: boolean;
}

interface Row extends Omit<PrunedMonth, 'records' | 'bytes'> {
  readonly records: string;
  readonly bytes: string | null;
}

/** The time that was meant, to the microsecond, so that what is shown is what goes. */
export async function resolveBefore(driver: SqlDriver, before: Before): Promise<string> {
  const { rows } = await driver.query<{ time: string }>(
    `select to_char((${'age' in before ? 'now() - $1::interval' : '$1::timestamptz'}) at time zone 'UTC',
       'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time`,
    ['age' in before ? before.age : before.time],
  );
  return rows[0]?.time ?? '';
}

export function prunable(driver: SqlDriver, before: string): Promise<PrunedMonth[]> {
  return months(driver, 'audit.prunable($1::timestamptz) as p', 'p.whole', [before]);
}

/** Drops them; the months that are returned with `whole` are gone. */
export function prune(
  driver: SqlDriver,
  before: string,
  { force, patience }: { readonly force: boolean; readonly patience: string },
): Promise<PrunedMonth[]> {
  return months(
    driver,
    'audit.drop_before($1::timestamptz, $2::boolean, $3::interval) as p',
    'p.dropped',
    [before, force, patience],
  );
}

async function months(
  driver: SqlDriver,
  source: string,
  whole: string,
  params: unknown[],
): Promise<PrunedMonth[]> {
  const iso = (column: string) =>
    `to_char(p.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ${column}`;
  const { rows } = await driver.query<Row>(
    `select p.partition, ${iso('begins')}, ${iso('ends')}, p.records::text, p.bytes::text, ${whole} as whole
     from ${source} order by p.begins, p.partition`,
    params,
  );
  return rows.map((row) => ({
    ...row,
    records: BigInt(row.records),
    bytes: row.bytes === null ? null : BigInt(row.bytes),
  }));
}

/** How many records go. */
export function recordsOf(pruned: readonly PrunedMonth[]): bigint {
  return pruned.filter(({ whole }) => whole).reduce((sum, { records }) => sum + records, 0n);
}

export function monthTable(
  pruned: readonly PrunedMonth[],
  fate: string,
  { dim, yellow }: Style,
  width: number,
): string {
  return table(
    ['MONTH', 'RECORDS', 'SIZE', 'PARTITION', ''],
    pruned.map(({ begins, records, bytes, partition, whole }) => [
      begins.slice(0, 7),
      String(records),
      bytes === null ? '–' : inShort(bytes),
      printable(partition),
      whole ? yellow(fate) : dim('stays: not wholly before'),
    ]),
    { dim, width },
  );
}

function inShort(bytes: bigint): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let size = Number(bytes);
  let unit = 0;
  for (; size >= 1024 && unit < units.length - 1; unit++) size /= 1024;
  return `${size < 10 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}
