import type { Client, ClientBase } from 'pg';
import { readCursor } from '../driver/cursor.js';
import { Turns } from '../driver/turns.js';
import type { AuditDriver } from '../driver/types.js';
import { TransactionStateError } from '../errors.js';
import { listenOn } from './listen.js';
import { runQuery } from './query.js';
import { runTransaction } from './transaction.js';

export function clientDriver(client: Client): AuditDriver<ClientBase> {
  const turns = new Turns();
  const run = (text: string, params?: readonly unknown[]) =>
    turns.take(() => runQuery(client, text, params));
  return {
    async query<Row>(text: string, params?: readonly unknown[]) {
      return (await run(text, params)) as { rows: Row[] };
    },
    transaction(work) {
      return turns.take(() => {
        refuseOpenTransaction(client);
        return runTransaction(client, work);
      });
    },
    // The reader of a stream may want to write with the same client between two rows: hence no transaction.
    stream: (text, params = [], options = {}) =>
      readCursor(run, text, params, 'with hold', options),
    async listen(channel, onNotification, onEnd) {
      const stop = await turns.take(() => listenOn(client, channel, onNotification, onEnd));
      return async () => {
        await turns.take(stop);
      };
    },
  };
}

/** Our `commit` would end a transaction that the caller has begun. */
function refuseOpenTransaction(client: Client): void {
  // Older versions of node-postgres can't say.
  const status = client.getTransactionStatus?.() ?? 'I';
  if (status === 'I') return;
  throw new TransactionStateError('this client is already inside a transaction', {
    hint: 'Set the context of your own transaction with applyContext(), or give the driver a pool.',
  });
}
