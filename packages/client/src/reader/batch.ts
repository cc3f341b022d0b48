import type { AuditSession } from '../driver/types.js';
import type { Position } from './unread.js';

/** A reader's batch that is under way in a transaction. */
export interface OpenBatch extends Position {
  /** The reader's row, as `audit._close_batch` wants it back. */
  readonly row: string;
  /** How many batches have been read before. */
  readonly number: bigint;
  /** Whether an earlier transaction has read a part of it: when it ends, there may be another one at once. */
  readonly resumed: boolean;
  /** How long the reader's file is with all that has been read, in bytes. */
  readonly fileBytes: bigint;
}

/** What was read of a batch. */
export interface BatchProgress {
  readonly records: number;
  /** The last entry's id; null where all of the batch is read. */
  readonly doneId: bigint | null;
  /** How long the reader's file is now, in bytes. */
  readonly fileBytes?: bigint | undefined;
}

interface BatchRow {
  readonly row: string;
  readonly position: string;
  readonly target: string;
  readonly after_id: string;
  readonly settled_id: string;
  readonly batch: string;
  readonly resumed: boolean;
  readonly file_bytes: string;
}

/** Takes a reader for the session's transaction. Raises what `audit._open_batch` raises. */
export async function openBatch(
  session: AuditSession,
  name: string,
  filter: unknown,
  output: unknown,
): Promise<OpenBatch> {
  const { rows } = await session.query<BatchRow>(
    `select r::text as row, (r).position::text, (r).target::text, (r).batch::text, (r).file_bytes::text,
  (r).done_id > 0 as resumed,
  greatest((r).after_id, (r).done_id)::text as after_id, c.settled_id::text
from (select audit._open_batch($1, $2::jsonb, $3::jsonb) as r offset 0) as opened, audit._cluster() as c`,
    [name, JSON.stringify(filter), output === undefined ? null : JSON.stringify(output)],
  );
  const [found] = rows as [BatchRow];
  return {
    row: found.row,
    position: found.position,
    target: found.target,
    afterId: BigInt(found.after_id),
    settledId: BigInt(found.settled_id),
    number: BigInt(found.batch),
    resumed: found.resumed,
    fileBytes: BigInt(found.file_bytes),
  };
}

/** Moves the reader on, in the same transaction. */
export async function closeBatch(
  session: AuditSession,
  batch: OpenBatch,
  { records, doneId, fileBytes }: BatchProgress,
): Promise<void> {
  await session.query(
    'select audit._close_batch($1::audit.reader, $2::bigint, $3::bigint, $4::bigint)',
    [batch.row, String(records), doneId === null ? null : String(doneId), fileBytes?.toString()],
  );
}
