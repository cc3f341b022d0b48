import type { ClientBase, Pool, PoolClient } from 'pg';
import { readCursor } from '../driver/cursor.js';
import type { AuditDriver } from '../driver/types.js';
import { listenOn } from './listen.js';
import { runQuery } from './query.js';
import { runTransaction } from './transaction.js';

export function poolDriver(pool: Pool): AuditDriver<ClientBase> {
  return {
    async query<Row>(text: string, params?: readonly unknown[]) {
      return (await runQuery(pool, text, params)) as { rows: Row[] };
    },
    async transaction(work) {
      const lease = await checkOut(pool);
      try {
        return await runTransaction(lease.client, work);
      } finally {
        lease.release();
      }
    },
    async *stream<Row>(text: string, params: readonly unknown[] = [], options = {}) {
      const lease = await checkOut(pool);
      const { client } = lease;
      try {
        await client.query('begin read only');
        const run = (sql: string, values?: readonly unknown[]) => runQuery(client, sql, values);
        yield* readCursor<Row>(run, text, params, 'without hold', options);
      } finally {
        await client.query('rollback').catch(() => {});
        lease.release();
      }
    },
    async listen(channel, onNotification, onEnd) {
      const lease = await checkOut(pool);
      const { client } = lease;
      const stop = await listenOn(client, channel, onNotification, () => {
        lease.release();
        onEnd();
      }).catch((error: unknown) => {
        lease.release();
        throw error;
      });
      return async () => {
        if (await stop()) lease.release();
      };
    },
  };
}

interface Lease {
  client: PoolClient;
  release(): void;
}

/** Takes a connection out of the pool, which drops it on its return if it broke meanwhile. */
async function checkOut(pool: Pool): Promise<Lease> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // The pool listens to idle connections only, and an 'error' event that nobody hears ends the process.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  return {
    client,
    release() {
      client.off('error', onError);
      client.release(broken);
    },
  };
}
