import type { AuditDriver } from '../driver/types.js';
import { toAuditError } from '../error-mapping.js';
import { ConnectionError } from '../errors.js';
import { columns, type EntryRow } from '../log/columns.js';
import type { EntryFilter } from '../log/filter.js';
import { where } from '../log/predicates.js';
import { type Fragment, render, sql } from '../log/sql.js';
import { unread } from './unread.js';
import { Wakeups } from './wakeups.js';

/** How {@link AuditClient.follow} reads. */
export interface FollowOptions {
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
  /** Begins with the last so many entries that are there; 0 by default. */
  readonly last?: number | undefined;
  /** Milliseconds after which it looks even though nothing has woken it; 1,000 by default. */
  readonly pollInterval?: number | undefined;
  /** Entries fetched at a time; 500 by default. */
  readonly batchSize?: number | undefined;
  /** Milliseconds for which it tries to reconnect after a lost connection, 60,000 by default. Needs a pool. */
  readonly retryFor?: number | undefined;
  /** Called before each of these attempts. */
  readonly onRetry?: ((error: Error, milliseconds: number) => void) | undefined;
}

interface Stand {
  readonly snapshot: string;
  readonly xmin: string;
  readonly last_id: string;
  readonly settled_id: string;
  readonly xid: string | null;
}

const firstRetry = 250;
const longestRetry = 10_000;
/** How often the search for new entries is allowed a later start where there are none. */
const markEvery = 10_000;

/** The entries of each transaction that is committed from now on, in the order in which they are found. */
export async function* followRows(
  driver: AuditDriver,
  filter: EntryFilter,
  options: FollowOptions,
): AsyncGenerator<EntryRow, void, undefined> {
  const { signal, last = 0, pollInterval = 1000, batchSize = 500 } = options;
  const wakeups = new Wakeups(driver, signal);
  const read = <Row>(query: Fragment) => persistently<Row>(driver, query, options);
  try {
    await wakeups.prepare();
    // The first query is not repeated: a wrong address will stay wrong.
    let [stand] = (await query<Stand>(driver, standQuery(true))) as [Stand];
    let position = stand.snapshot;
    let floor = 0n;
    let mark = markOf(stand);
    let markedAt = performance.now();
    if (last > 0) yield* await read<EntryRow>(lastQuery(filter, stand, last));

    while (!signal?.aborted) {
      await wakeups.prepare();
      const due = mark === undefined && performance.now() - markedAt > markEvery;
      [stand] = (await read<Stand>(standQuery(due))) as [Stand];
      if (due) {
        mark = markOf(stand);
        markedAt = performance.now();
      }
      const target = stand.snapshot;
      const settledId = BigInt(stand.settled_id);
      let afterId = floor > settledId ? floor : settledId;
      let rows: EntryRow[] = [];
      do {
        if (target === position || signal?.aborted) break;
        const batch = unread({ position, target, afterId, settledId });
        rows = await read<EntryRow>(sql`
select ${columns}
from audit.data_op_log e
where ${where(filter, batch)}
order by e.id
limit ${String(batchSize)}::int`);
        for (const row of rows) {
          if (signal?.aborted) return;
          yield row;
        }
        afterId = BigInt(rows.at(-1)?.id ?? afterId);
      } while (rows.length === batchSize);
      position = target;
      // Whoever is still to be read began after the mark, hence has ids after it.
      if (mark !== undefined && mark.xid < BigInt(stand.xmin)) {
        floor = mark.id;
        mark = undefined;
      }
      if (!signal?.aborted) await wakeups.wait(pollInterval);
    }
  } finally {
    await wakeups.close();
  }
}

/** An own transaction id is taken after `last_id` was read, and only now and then: it is used up. */
function standQuery(marked: boolean): Fragment {
  return sql`
select p.snapshot::text, pg_snapshot_xmin(p.snapshot)::text as xmin, p.last_id::text, p.settled_id::text,
  case when ${String(marked)}::boolean and not pg_is_in_recovery() then pg_current_xact_id()::text end as xid
from audit.log_position() as p`;
}

function lastQuery(filter: EntryFilter, { snapshot, settled_id }: Stand, last: number): Fragment {
  const begun = sql`(
    e.id <= ${settled_id}::bigint
    or pg_visible_in_snapshot(e.transaction_id::text::xid8, ${snapshot}::pg_snapshot)
  )`;
  return sql`
select * from (
  select ${columns}, e.id as number
  from audit.data_op_log e
  where ${where(filter, begun)}
  order by e.id desc
  limit ${String(last)}::int
) as recent
order by number`;
}

function markOf({ xid, last_id }: Stand): { xid: bigint; id: bigint } | undefined {
  return xid === null ? undefined : { xid: BigInt(xid), id: BigInt(last_id) };
}

async function query<Row>(driver: AuditDriver, fragment: Fragment): Promise<Row[]> {
  const { text, params } = render(fragment);
  try {
    return (await driver.query<Row>(text, params)).rows;
  } catch (error) {
    throw toAuditError(error);
  }
}

/** Reading changes nothing, so after a lost connection it is simply done again. */
async function persistently<Row>(
  driver: AuditDriver,
  fragment: Fragment,
  { signal, retryFor = 60_000, onRetry }: FollowOptions,
): Promise<Row[]> {
  const giveUp = performance.now() + retryFor;
  for (let pause = firstRetry; ; pause = Math.min(2 * pause, longestRetry)) {
    try {
      return await query<Row>(driver, fragment);
    } catch (error) {
      if (!(error instanceof ConnectionError) || performance.now() >= giveUp) throw error;
      if (signal?.aborted) return [];
      onRetry?.(error, pause);
      await new Wakeups(driver, signal).wait(pause);
    }
  }
}
