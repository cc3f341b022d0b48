import type { Client, ClientBase, Pool } from 'pg';
import type { AuditDriver } from '../driver/types.js';
import { clientDriver } from './client-driver.js';
import { poolDriver } from './pool-driver.js';

/**
 * Makes a driver of a node-postgres pool or client.
 *
 * With a **pool**, each transaction and each stream has a connection of its own. With a single connected **client**,
 * everything shares its session: transactions and queries wait for each other, and a query sent through the driver
 * from inside one of its transactions is refused with {@link TransactionStateError} (use the session `tx` there).
 * The client must not be inside a transaction of yours when the driver starts one; for that case there is
 * `applyContext`.
 *
 * Neither is ever closed. A pooled connection that broke during a transaction is handed back as broken.
 *
 * @param connection a `Pool`, or a `Client` after `connect()`.
 * @returns the driver; in its transactions `tx.client` is the node-postgres client.
 *
 * @example
 * ```ts
 * const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
 * const audit = createAuditClient(nodePostgres(pool));
 * ```
 */
export function nodePostgres(connection: Pool | Client): AuditDriver<ClientBase> {
  return isPool(connection) ? poolDriver(connection) : clientDriver(connection);
}

/** By its shape: the caller may have another copy of node-postgres than the one installed beside us. */
function isPool(connection: Pool | Client): connection is Pool {
  return 'totalCount' in connection;
}
