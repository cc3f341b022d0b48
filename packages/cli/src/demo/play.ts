import { type AuditDriver, type AuditEntry, createAuditClient } from '@audit/client';
import { install } from '@audit/schema';
import { track } from '../commands/track.js';
import { optionsInShort } from '../track/tracked-table.js';
import { day, shownOrder } from './day.js';
import { shopTables } from './tables.js';

/** What the demo has to show for itself. */
export interface Played {
  /** Everything that was recorded, in order. */
  readonly entries: readonly AuditEntry[];
  /** The part of it that concerns one order. */
  readonly history: readonly AuditEntry[];
}

/**
 * Installs the audit in an empty database, tracks two tables, plays the day and reads what was
 * recorded: through the same functions that anybody's service calls.
 *
 * @param step is told what has been done, with a detail.
 */
export async function play(
  driver: AuditDriver,
  step: (done: string, detail: string) => void,
): Promise<Played> {
  const { to, engine } = await install(driver);
  step('audit schema installed', `version ${to}, ${engine} engine`);

  await driver.query(shopTables);
  const users = await track(driver, 'shop.users', {
    mask: ['password_hash'],
    ignore: ['updated_at'],
    jsonColumn: { profile: 'object' },
  });
  step('tracking shop.users', optionsInShort(users).join(' · '));
  const orders = await track(driver, 'shop.orders', {
    ignore: ['updated_at'],
    jsonColumn: { lines: { type: 'objectArray', key: ['sku'] } },
  });
  step('tracking shop.orders', optionsInShort(orders).join(' · '));

  const client = createAuditClient(driver);
  for (const { context, sql } of day) {
    if (context) await client.withContext(context, (tx) => tx.query(sql));
    else await driver.query(sql);
  }
  const { entries } = await client.entries({ order: 'oldest', limit: 1000 });
  step('a day of business', `${day.length} transactions, ${entries.length} rows changed`);

  const history: AuditEntry[] = [];
  for await (const entry of client.history(shownOrder.table, shownOrder.key)) history.push(entry);
  return { entries, history };
}
