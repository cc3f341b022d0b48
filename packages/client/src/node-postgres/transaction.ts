import type { ClientBase } from 'pg';
import { TransactionSession } from '../driver/session.js';
import type { AuditSession } from '../driver/types.js';
import { rolledBack } from '../errors.js';
import { runQuery } from './query.js';

/** Runs `work` between `begin` and `commit` on a client that nobody else uses meanwhile. */
export async function runTransaction<Result>(
  client: ClientBase,
  work: (session: AuditSession<ClientBase>) => Promise<Result>,
): Promise<Result> {
  const session = new TransactionSession(client, (text, params) => runQuery(client, text, params));
  await client.query('begin');
  try {
    const result = await work(session);
    session.end();
    await commit(client);
    return result;
  } catch (error) {
    session.end();
    // Where this fails too, the connection is gone and the transaction with it.
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function commit(client: ClientBase): Promise<void> {
  const { command } = await client.query('commit');
  // The server answers so, and raises nothing, when an earlier statement had failed.
  if (command === 'ROLLBACK') throw rolledBack();
}
