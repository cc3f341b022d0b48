import { setTimeout as sleep } from 'node:timers/promises';
import { type AuditDriver, ConnectionError, Wakeups } from '@audit/client';

const firstPause = 250;
const longestPause = 10_000;
const inUse = 'UA032';

/** How {@link repeatedly} goes on. */
export interface Repetition {
  readonly follow: boolean;
  /** Milliseconds between two looks that nothing has caused. */
  readonly poll: number;
  readonly signal: AbortSignal;
  readonly onRetry: (error: Error, milliseconds: number) => void;
}

/** Does the work once; to follow, again whenever there is something new, and after a lost connection. */
export async function repeatedly(
  driver: AuditDriver,
  { follow, poll, signal, onRetry }: Repetition,
  work: () => Promise<void>,
): Promise<void> {
  if (!follow) return work();
  const wakeups = new Wakeups(driver, signal);
  let pause = firstPause;
  let begun = false;
  try {
    while (!signal.aborted) {
      await wakeups.prepare();
      try {
        await work();
        begun = true;
        pause = firstPause;
      } catch (error) {
        if (!begun || !isPassing(error, pause)) throw error;
        onRetry(error, pause);
        await sleep(pause, undefined, { signal }).catch(() => {});
        pause = Math.min(2 * pause, longestPause);
        continue;
      }
      await wakeups.wait(poll);
    }
  } finally {
    await wakeups.close();
  }
}

/** For a while the server may take a connection that was lost for one that still reads. */
function isPassing(error: unknown, pause: number): error is Error {
  if (error instanceof ConnectionError) return true;
  return pause > firstPause && (error as { code?: string }).code === inUse;
}
