/** One transaction of the day: who, why, and what. */
export interface Scene {
  /** Left out: somebody at a console, who says nothing of it. */
  readonly context?: {
    readonly actor: string;
    readonly opType: string;
    readonly opNote?: string;
    readonly revisionId?: string;
  };
  readonly sql: string;
}

/** The order whose history the demo shows. */
export const shownOrder = { table: 'shop.orders', key: '1001' };

/** A small day of business. */
export const day: readonly Scene[] = [
  {
    context: { actor: 'sign-up', opType: 'user.registered' },
    sql: /* sql */ `
      insert into shop.users (id, login, password_hash, profile) values
        (1, 'customer-1', 'argon2:5b1f', '{"language": "en", "newsletter": false}'),
        (2, 'customer-2', 'argon2:c07a', '{"language": "de", "newsletter": false}')`,
  },
  {
    context: { actor: 'checkout', opType: 'order.placed', opNote: 'web shop' },
    sql: /* sql */ `
      insert into shop.orders (id, user_id, status, total, lines) values
        (1001, 1, 'placed', 42.50, '[
          {"sku": "TEAPOT",   "qty": 1, "price": 24.00},
          {"sku": "CUP",      "qty": 1, "price": 9.50},
          {"sku": "BISCUITS", "qty": 2, "price": 4.50}]')`,
  },
  {
    context: { actor: 'checkout', opType: 'order.placed', opNote: 'web shop' },
    sql: /* sql */ `
      insert into shop.orders (id, user_id, status, total, lines) values
        (1002, 2, 'placed', 24.00, '[{"sku": "TEAPOT", "qty": 1, "price": 24.00}]'),
        (1003, 2, 'placed', 24.00, '[{"sku": "TEAPOT", "qty": 1, "price": 24.00}]')`,
  },
  {
    context: {
      actor: 'support',
      opType: 'order.changed',
      opNote: 'customer called: four cups, honey instead of biscuits',
    },
    sql: /* sql */ `
      update shop.orders
      set total = 68.00, updated_at = clock_timestamp(), lines = '[
            {"sku": "TEAPOT", "qty": 1, "price": 24.00},
            {"sku": "CUP",    "qty": 4, "price": 9.50},
            {"sku": "HONEY",  "qty": 1, "price": 6.00}]'
      where id = 1001`,
  },
  {
    context: {
      actor: 'pricing-job',
      opType: 'prices.lowered',
      opNote: '10 % off every open order',
      revisionId: 'autumn-sale',
    },
    sql: /* sql */ `
      update shop.orders set total = round(total * 0.9, 2) where status = 'placed'`,
  },
  {
    context: { actor: 'account-page', opType: 'user.settings' },
    sql: /* sql */ `
      update shop.users
      set password_hash = 'argon2:91e4', profile = profile || '{"newsletter": true, "theme": "dark"}'
      where id = 2`,
  },
  {
    context: {
      actor: 'session-job',
      opType: 'user.seen',
      opNote: 'touches an ignored column only',
    },
    sql: /* sql */ `
      update shop.users set updated_at = clock_timestamp()`,
  },
  {
    context: { actor: 'warehouse', opType: 'order.shipped', opNote: 'parcel 7 of 12' },
    sql: /* sql */ `
      update shop.orders set status = 'shipped', updated_at = clock_timestamp() where id = 1001`,
  },
  {
    sql: /* sql */ `
      update shop.orders set status = 'on hold' where id = 1002`,
  },
  {
    context: { actor: 'support', opType: 'order.cancelled', opNote: 'ordered twice by mistake' },
    sql: /* sql */ `
      delete from shop.orders where id = 1003`,
  },
];
