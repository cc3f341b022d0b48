import { access, constants, type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AuditError } from '@audit/schema';

type Bytes = string | Uint8Array;

/** What Node says of a file that can't be written, with what to do. */
export function fileError(error: unknown, file: string): AuditError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const told: Record<string, readonly [string, string]> = {
    ENOENT: [`there is no directory ${dirname(file)}`, 'Make it first, or write elsewhere.'],
    ENOTDIR: [`${dirname(file)} is no directory`, 'Write elsewhere.'],
    EISDIR: [`${file} is a directory`, 'Name a file in it.'],
    EACCES: [`${file} may not be written`, `Check the rights on ${dirname(file)}.`],
    EPERM: [`${file} may not be written`, `Check the rights on ${dirname(file)}.`],
    EROFS: [`${file} lies on a read-only file system`, 'Write elsewhere.'],
    ENOSPC: [
      `there is no space left for ${file}`,
      'Nothing was kept of it: make room and run again.',
    ],
    EDQUOT: [
      `the quota is used up for ${file}`,
      'Nothing was kept of it: make room and run again.',
    ],
  };
  const [problem, hint] = told[code] ?? [`${file} can't be written: ${message}`, 'Check the path.'];
  return new AuditError(problem, { code, hint, cause: error });
}

/** A file operation, with its errors explained. */
export async function onFile<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall === undefined ? error : fileError(error, file);
  }
}

/** Refuses a file in a directory that is not there or may not be written to. */
export async function requireDirectory(file: string): Promise<void> {
  await onFile(file, () => access(dirname(resolve(file)), constants.W_OK | constants.X_OK));
}

/** Refuses to replace a file without being told to. */
export async function refuseExisting(file: string, force: boolean): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) throw fileError({ code: 'EISDIR' }, file);
  if (found === undefined || force) return;
  throw new AuditError(`${file} exists already`, {
    code: 'EEXIST',
    hint: 'Name another file, or replace this one with --force.',
  });
}

/**
 * Writes a whole file or none: under a temporary name beside it, which becomes the file's own when everything is on the
 * disk.
 *
 * @returns its size in bytes.
 */
export async function writeWhole(file: string, chunks: AsyncIterable<Bytes>): Promise<number> {
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  // Killed with a signal that can be caught, nothing is left behind.
  const abandon = (signal: NodeJS.Signals) => {
    void rm(part, { force: true }).finally(() => process.kill(process.pid, signal));
  };
  process.once('SIGINT', abandon).once('SIGTERM', abandon);
  try {
    const handle = await onFile(file, () => open(part, 'w', 0o640));
    let bytes: number;
    try {
      bytes = await onFile(file, async () => {
        const written = await writeTo(handle, chunks);
        await handle.sync();
        return written;
      });
    } finally {
      await handle.close();
    }
    await onFile(file, () => rename(part, file));
    await syncDirectory(dirname(file));
    return bytes;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    process.off('SIGINT', abandon).off('SIGTERM', abandon);
  }
}

/** Writes everything at the handle's position; how many bytes that were. */
export async function writeTo(handle: FileHandle, chunks: AsyncIterable<Bytes>): Promise<number> {
  let bytes = 0;
  for await (const chunk of chunks) {
    const buffer = Buffer.from(chunk as string);
    for (let done = 0; done < buffer.length; ) {
      done += (await handle.write(buffer, done)).bytesWritten;
    }
    bytes += buffer.length;
  }
  return bytes;
}

/** Writes everything, no faster than the stream takes it; how many bytes that were. */
export async function writeToStream(
  stream: NodeJS.WritableStream,
  chunks: AsyncIterable<Bytes>,
): Promise<number> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += Buffer.byteLength(chunk);
    await new Promise<void>((resolve, reject) => {
      stream.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
  }
  return bytes;
}

/** A new name is on the disk when its directory is. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Not every file system can.
    if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
  } finally {
    await handle.close();
  }
}
