import { AsyncLocalStorage } from 'node:async_hooks';
import { TransactionStateError } from '../errors.js';

/**
 * Lets the users of a single connection work one after the other: a query that another part of the program sends
 * must not become part of a transaction that happens to be open.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  readonly #current = new AsyncLocalStorage<{ active: boolean }>();

  /** Runs `work` when everything that was asked for earlier is done. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    // Work that waits for its own end would wait for ever.
    if (this.#current.getStore()?.active) {
      return Promise.reject(
        new TransactionStateError('this connection is busy with the transaction that asks for it', {
          hint: 'Inside a transaction use the session it was given: tx.query(), or tx.transaction() to nest.',
        }),
      );
    }
    const turn = { active: true };
    const result = this.#last
      .then(() => this.#current.run(turn, work))
      .finally(() => {
        turn.active = false;
      });
    this.#last = result.catch(() => {});
    return result;
  }
}
