import type { AuditDriver } from '../driver/types.js';

/** The channel that `audit._wake` notifies. */
const channel = 'audit_log';
/** How long writers notify after each call, and how often it is repeated. */
const followed = '1 minute';
const heartbeat = 20_000;
const listenAgain = 5_000;

/**
 * Wakes who follows the log. Writers notify only while somebody says that they follow; where that can't be (a standby,
 * a role without the right, a pooler between), the caller's own interval is all there is.
 */
export class Wakeups {
  #woken = false;
  #wake: (() => void) | undefined;
  #stop: (() => Promise<void>) | undefined;
  #listenedAt = Number.NEGATIVE_INFINITY;
  #saidAt = Number.NEGATIVE_INFINITY;
  #refused = false;

  constructor(
    private readonly driver: AuditDriver,
    private readonly signal?: AbortSignal,
  ) {}

  /** Has writers notify from now on. To be called before the log is read, or what comes in between is not told of. */
  async prepare(): Promise<void> {
    if (this.#refused || this.signal?.aborted || this.driver.listen === undefined) return;
    const now = performance.now();
    try {
      if (this.#stop === undefined && now - this.#listenedAt > listenAgain) {
        this.#listenedAt = now;
        this.#stop = await this.driver.listen(channel, this.#notified, () => {
          this.#stop = undefined;
          this.#notified();
        });
      }
      if (now - this.#saidAt > heartbeat) {
        await this.driver.query('select audit.follow($1::interval)', [followed]);
        this.#saidAt = now;
      }
    } catch (error) {
      const { code } = error as { code?: string };
      // No right, a standby: asking again would give the same answer. A lost connection is for the reader to report.
      this.#refused = code === '42501' || code === '25006' || code === '0A000';
    }
  }

  /** Resolves at a notification that has come since the last wait, after `milliseconds`, or when aborted. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.#woken && !this.signal?.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        const done = () => {
          clearTimeout(timer);
          resolve();
        };
        this.#wake = done;
        this.signal?.addEventListener('abort', done, { once: true });
      });
      this.#wake = undefined;
    }
    this.#woken = false;
  }

  async close(): Promise<void> {
    await this.#stop?.().catch(() => {});
    this.#stop = undefined;
  }

  readonly #notified = () => {
    this.#woken = true;
    this.#wake?.();
  };
}
