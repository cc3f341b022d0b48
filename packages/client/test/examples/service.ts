import { createAuditClient } from '@audit/client';
import { nodePostgres } from '@audit/client/node-postgres';
import pg from 'pg';

interface Order {
  id: number;
  status: string;
  total: string;
}

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const audit = createAuditClient(nodePostgres(pool));

/** Every change that is made in here is recorded with who made it and why. */
export async function refund(id: number, actor: string, ticket: string): Promise<void> {
  await audit.withContext({ actor, opType: 'refund', opNote: ticket }, async (tx) => {
    await tx.query('update shop.orders set status = $1 where id = $2', ['refunded', id]);
    // The node-postgres client of this transaction, for code that needs one.
    await tx.client.query({ name: 'touch', text: 'select 1' });
  });
}

/** Who changed the status of which order, page by page. */
export async function printStatusChanges(since: Date): Promise<void> {
  let after: string | undefined;
  do {
    const page = await audit.entries<Order>({
      table: 'shop.orders',
      changedField: 'status',
      since,
      after,
    });
    for (const { transactionAt, key, actor, changes } of page.entries) {
      console.log(transactionAt, key, actor, changes.status?.before, '→', changes.status?.after);
    }
    after = page.nextCursor ?? undefined;
  } while (after);
}

/** One order's life, from its insert on. */
export async function printHistory(id: number): Promise<void> {
  for await (const entry of audit.history<Order>('shop.orders', id)) {
    if (entry.action === 'I') console.log('created with total', `${entry.rawData.total}`);
    else console.log(entry.action, entry.actor, entry.changes);
  }
}

/** All entries since then, whatever their number. */
export async function countActions(since: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for await (const { action } of audit.streamEntries({ since })) {
    counts.set(action, (counts.get(action) ?? 0) + 1);
  }
  return counts;
}

/** Each change once, together with what is made of it; run it as often as you like. */
export async function reindex(): Promise<number> {
  const reader = audit.reader('search-index', { filter: { table: 'shop.orders' } });
  return reader.read<Order>(async (entries, tx) => {
    for (const { key } of entries) {
      await tx.query('insert into shop.reindex values ($1) on conflict do nothing', [key]);
    }
  });
}

/** The next change of an order, as it is committed. */
export async function nextChange(signal: AbortSignal): Promise<string | null> {
  for await (const { key } of audit.follow<Order>({ table: 'shop.orders' }, { signal })) return key;
  return null;
}

/** The pool is the service's: nothing else closes it. */
export async function close(): Promise<void> {
  await pool.end();
}
