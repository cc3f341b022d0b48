import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { AuditReader, AuditSession, ReaderBatch } from '@audit/client';
import { columnsOf } from './columns.js';
import { onFile, refuseExisting, syncDirectory, writeTo, writeToStream } from './destination.js';
import { sinks } from './format.js';
import type { IncrementalRequest } from './incremental.js';
import { type Sql, selectQuery } from './query.js';
import { counted, readRows } from './read-rows.js';
import { stdoutName } from './request.js';
import { settle } from './session.js';

/** What one run wrote. */
export interface WorkbookWritten {
  readonly file: string | null;
  readonly records: number;
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Writes what is unread into a workbook of its own, because nothing can be appended to one: `changes-000007.xlsx` for
 * batch 7. It has a temporary name until the reader has moved on; a run that was killed between the two is made up for
 * by the next one, which knows from the reader's number whether the batch counts.
 */
export async function readWorkbook<Native>(
  reader: AuditReader<Native>,
  request: IncrementalRequest,
): Promise<WorkbookWritten> {
  if (request.file === stdoutName) {
    return reader.batch((batch, tx) =>
      writeBatch(batch, tx, request, null, (chunks) => writeToStream(request.stdout, chunks)),
    );
  }
  const done = await reader.batch(async (batch, tx) => {
    await onFile(request.file, () => tidyUp(request.file, batch.number));
    const file = numbered(request.file, batch.number + 1n);
    return writeBatch(batch, tx, request, file, async (chunks) => {
      await refuseExisting(file, request.force);
      return onFile(file, async () => {
        const handle = await open(partOf(file), 'w', 0o640);
        try {
          const bytes = await writeTo(handle, chunks);
          await handle.sync();
          return bytes;
        } finally {
          await handle.close();
        }
      });
    });
  });
  const { file } = done;
  if (file !== null) {
    await onFile(file, async () => {
      await rename(partOf(file), file);
      await syncDirectory(dirname(resolve(file)));
    });
  }
  return done;
}

/** Gives the workbooks of batches that count their names, and removes those of batches that don't. */
async function tidyUp(file: string, counting: bigint): Promise<void> {
  const directory = dirname(resolve(file));
  const extension = extname(file);
  const stem = `.${basename(file, extension)}-`;
  for (const name of await readdir(directory)) {
    if (!name.startsWith(stem) || !name.endsWith(`${extension}.part`)) continue;
    const number = name.slice(stem.length, -`${extension}.part`.length);
    if (!/^\d{6,}$/.test(number)) continue;
    const part = join(directory, name);
    if (BigInt(number) > counting) await rm(part);
    else await rename(part, numbered(resolve(file), BigInt(number)));
  }
}

function numbered(file: string, number: bigint): string {
  const extension = extname(file);
  const name = `${basename(file, extension)}-${String(number).padStart(6, '0')}${extension}`;
  return join(dirname(file), name);
}

function partOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.part`);
}

async function writeBatch(
  { condition }: ReaderBatch,
  tx: AuditSession,
  { selection, safeCells, onRows }: IncrementalRequest,
  file: string | null,
  write: (chunks: AsyncIterable<string | Uint8Array>) => Promise<number>,
): Promise<WorkbookWritten & { readonly doneId: null }> {
  await settle(tx, selection.timeZone);
  const { rows: found } = await tx.query<{ count: string }>(
    `select count(*)::text as count from audit.data_op_log as e where ${condition.text}`,
    condition.params,
  );
  const records = Number(found[0]?.count ?? 0);
  if (records === 0) return { file: null, records, rows: 0, bytes: 0, doneId: null };

  let rows = 0;
  const batches = counted(
    readRows(tx, selectQuery(selection, inBatch(condition)), 'xlsx'),
    (count) => {
      rows += count;
      onRows(count);
    },
  );
  const columns = columnsOf(selection.view, selection.oneTable);
  const bytes = await write(sinks.xlsx({ columns, batches, begins: true, safeCells }));
  return { file, records, rows, bytes, doneId: null };
}

/** The batch's condition is one on a record, which a row of the fields has not all of. */
function inBatch({ text, params }: ReaderBatch['condition']): Sql {
  return {
    text: `e.id in (select e.id from audit.data_op_log as e where ${text})`,
    params,
  };
}
