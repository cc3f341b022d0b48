import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { AuditClient, AuditReader, AuditSession, ReaderBatch } from '@audit/client';
import { AuditError } from '@audit/schema';
import type { Row } from '../sinks/sink.js';
import { columnsOf } from './columns.js';
import {
  onFile,
  refuseExisting,
  requireDirectory,
  syncDirectory,
  writeTo,
  writeToStream,
} from './destination.js';
import { sinks } from './format.js';
import { type Sql, selectQuery } from './query.js';
import { counted, readRows } from './read-rows.js';
import { type ExportRequest, type ExportSummary, stdoutName } from './request.js';
import { settle } from './session.js';
import { readWorkbook } from './workbook.js';

/** Records of one transaction: so many are written twice after a kill, and cut off again. */
const recordsAtOnce = 5000;

/** An incremental export's further options. */
export interface IncrementalRequest extends ExportRequest {
  readonly reader: string;
  readonly stdout: NodeJS.WritableStream;
  /** Ends it between two transactions. */
  readonly signal?: AbortSignal | undefined;
}

export interface IncrementalSummary extends ExportSummary {
  readonly reader: string;
  readonly records: number;
}

/** The reader of a request, with what it makes of the records, so that another use of its name is noticed. */
export function readerOf<Native>(
  client: AuditClient<Native>,
  { reader, filter, file, selection, safeCells }: IncrementalRequest,
): AuditReader<Native> {
  const { view, format, timeZone } = selection;
  const output = {
    file: file === stdoutName ? file : resolve(file),
    ...{ view, format, time_zone: timeZone, safe_cells: safeCells },
  };
  return client.reader(reader, { filter, output });
}

/**
 * Refuses to begin in a file that holds something else, or that can't be made: a reader would be bound to it. What a
 * reader has written there is its own.
 */
export async function checkFile(
  query: AuditSession['query'],
  { reader, file, force, selection }: IncrementalRequest,
): Promise<void> {
  if (file === stdoutName) return;
  await requireDirectory(file);
  if (selection.format === 'xlsx') return;
  const { rows } = await query('select from audit.reader where name = $1', [reader]);
  if (rows.length > 0) return;
  const found = await stat(file).catch(() => undefined);
  if (found?.size !== 0) await refuseExisting(file, force);
}

/**
 * Writes what the reader has not read yet. A batch's bytes are on the disk before the transaction is committed that
 * says how long the file is; what lies beyond that length is of a run that was killed, and is cut off.
 */
export async function exportIncrement<Native>(
  reader: AuditReader<Native>,
  request: IncrementalRequest,
): Promise<IncrementalSummary> {
  const { selection, file } = request;
  const total = { records: 0, rows: 0, bytes: 0 };
  const named = { reader: request.reader, view: selection.view, format: selection.format };
  if (selection.format === 'xlsx') return { ...named, ...(await readWorkbook(reader, request)) };

  for (let more = true, begins = true; more && !request.signal?.aborted; begins = false) {
    let resumed = false;
    const done = await reader.batch((batch, tx) => {
      resumed = batch.resumed;
      return file === stdoutName
        ? toStdout(batch, tx, request, begins)
        : toFile(batch, tx, request, Number(batch.fileBytes));
    });
    total.records += done.records;
    total.rows += done.rows;
    total.bytes += done.bytes;
    more = done.doneId !== null || resumed;
  }
  return { ...named, file: file === stdoutName ? null : file, ...total };
}

interface Written {
  readonly records: number;
  readonly rows: number;
  readonly bytes: number;
  readonly doneId: bigint | null;
  readonly fileBytes?: bigint;
}

async function toFile(
  batch: ReaderBatch,
  tx: AuditSession,
  request: IncrementalRequest,
  length: number,
): Promise<Written> {
  const { file } = request;
  const handle = await onFile(file, () => openAt(file, length));
  try {
    const written = await writeBatch(batch, tx, request, length === 0, (chunks) =>
      onFile(file, async () => {
        const bytes = await writeTo(handle, chunks);
        await handle.sync();
        if (length === 0) await syncDirectory(dirname(resolve(file)));
        return bytes;
      }),
    );
    return { ...written, fileBytes: BigInt(length + written.bytes) };
  } finally {
    await handle.close();
  }
}

/** The file, as long as it was at the last commit, ready to be gone on with. */
async function openAt(file: string, length: number): Promise<FileHandle> {
  const handle = await open(file, 'a', 0o640);
  try {
    const { size } = await handle.stat();
    if (size < length) {
      throw new AuditError(`${file} has ${size} bytes, and the reader has written ${length}`, {
        code: 'EFILE',
        hint: 'Bring the file back, or begin anew: --reset with another file.',
      });
    }
    if (size > length) await handle.truncate(length);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** What is on its way when the process is killed may have been seen already, and comes again. */
function toStdout(
  batch: ReaderBatch,
  tx: AuditSession,
  request: IncrementalRequest,
  begins: boolean,
): Promise<Written> {
  return writeBatch(batch, tx, request, begins, (chunks) => writeToStream(request.stdout, chunks));
}

async function writeBatch(
  { condition }: ReaderBatch,
  tx: AuditSession,
  { selection, safeCells, onRows }: IncrementalRequest,
  begins: boolean,
  write: (chunks: AsyncIterable<string | Uint8Array>) => Promise<number>,
): Promise<Written> {
  await settle(tx, selection.timeZone);
  const { rows: found } = await tx.query<{ id: string }>(
    `select e.id::text as id from audit.data_op_log as e where ${condition.text} order by e.id limit ${recordsAtOnce}`,
    condition.params,
  );
  const ids = found.map(({ id }) => id);
  const doneId = ids.length < recordsAtOnce ? null : BigInt(ids.at(-1) ?? 0);
  if (ids.length === 0) return { records: 0, rows: 0, bytes: 0, doneId };

  const query = selectQuery(selection, ofRecords(ids));
  let rows = 0;
  const batches: AsyncIterable<readonly Row[]> = counted(
    readRows(tx, query, selection.format),
    (count) => {
      rows += count;
      onRows(count);
    },
  );
  const columns = columnsOf(selection.view, selection.oneTable);
  const sink = sinks[selection.format];
  const bytes = await write(sink({ columns, batches, begins, safeCells }));
  return { records: ids.length, rows, bytes, doneId };
}

function ofRecords(ids: readonly string[]): Sql {
  return {
    text: 'e.id = any ($1::bigint[]) and e.id >= $2::bigint and e.id <= $3::bigint',
    params: [ids, ids[0], ids.at(-1)],
  };
}
