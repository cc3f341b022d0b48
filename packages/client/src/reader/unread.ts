import { type Fragment, sql } from '../log/sql.js';

/** How far a reader has come: what `audit._open_batch` says, or what a follower keeps in memory. */
export interface Position {
  /** The snapshot whose transactions are read. */
  readonly position: string;
  /** The one that the batch goes up to. */
  readonly target: string;
  /** No entry up to this id is still to be read. */
  readonly afterId: bigint;
  /** Entries up to this id are of another cluster, and all there. */
  readonly settledId: bigint;
}

/**
 * The condition on an entry `e` that it is to be read. Whole transactions, because a snapshot sees one or does not:
 * one that commits late is in a later batch, whatever the ids of its entries.
 */
export function unread({ position, target, afterId, settledId }: Position): Fragment {
  const from = sql`${position}::pg_snapshot`;
  const to = sql`${target}::pg_snapshot`;
  return sql`e.id > ${String(afterId)}::bigint
  and (
    e.id <= ${String(settledId)}::bigint
    or e.transaction_id >= pg_snapshot_xmin(${from})::text::bigint
      and e.transaction_id < pg_snapshot_xmax(${to})::text::bigint
      and not pg_visible_in_snapshot(e.transaction_id::text::xid8, ${from})
      and pg_visible_in_snapshot(e.transaction_id::text::xid8, ${to})
  )`;
}
