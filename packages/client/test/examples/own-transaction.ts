import { applyContext, contextStatement, createAuditClient } from '@audit/client';
import { pglite } from '@audit/client/pglite';
import type { PGlite } from '@electric-sql/pglite';
import type { Client } from 'pg';

/** A transaction that a service has begun itself. */
export async function inOwnTransaction(client: Client): Promise<void> {
  await client.query('begin');
  await applyContext(client, { actor: 'support', opType: 'refund' });
  await client.query('update shop.orders set status = $1 where id = $2', ['refunded', 7]);
  await client.query('commit');
}

/** What a query builder's transaction offers, such as Prisma's. */
interface RawQueries {
  $queryRawUnsafe(text: string, ...params: unknown[]): Promise<unknown>;
}

/** A library that sends SQL its own way takes the statement. */
export async function inLibraryTransaction(tx: RawQueries): Promise<void> {
  const { text, params } = contextStatement({ actor: 'support', opType: 'refund' });
  await tx.$queryRawUnsafe(text, ...params);
}

/** PGlite, in process. */
export async function onPglite(db: PGlite): Promise<void> {
  const audit = createAuditClient(pglite(db));
  await audit.withContext({ actor: 'support' }, async (tx) => {
    await tx.client.sql`update shop.orders set status = ${'refunded'} where id = ${7}`;
  });
}
