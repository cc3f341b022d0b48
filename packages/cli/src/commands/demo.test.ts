import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cli } from '../../test/cli.js';

const directory = mkdtempSync(join(tmpdir(), 'audit-cli-demo-'));
const kept = join(directory, 'kept');
/** Starting PGlite takes seconds, and on a busy machine many. */
const patience = { timeout: 120_000 };

afterAll(() => rmSync(directory, { recursive: true }));

test(
  'tells the history of one order and who changed what, and keeps the database',
  patience,
  async () => {
    const { code, stdout, stderr } = await cli(['demo', '--keep', kept]);
    expect(code).toBe(0);
    const text = stdout
      .replaceAll(/\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\S*/g, '<time>')
      .replaceAll(/tx \d+/g, 'tx <id>');
    expect(text).toMatchInlineSnapshot(`
    "
    The history of order 1001
    ─────────────────────────
    <time>  checkout  order.placed  web shop  tx <id>
      INSERT shop.orders 1001
        + id          1001
        + lines       [{"qty": 1, "sku": "TEAPOT", "price": 24.00}, {"qty": 1, "sku": "CUP", "price": 9.50}, {"qty": 2, "sku": "BISCUITS", "price": 4.50}]
        + total       42.50
        + status      placed
        + user_id     1
        + updated_at  <time>

    <time>  support  order.changed  customer called: four cups, honey instead of biscuits  tx <id>
      UPDATE shop.orders 1001
        total  42.50 → 68.00
        lines
          ~ CUP  qty  1 → 4
          + {"qty": 1, "sku": "HONEY", "price": 6.00}
          - {"qty": 2, "sku": "BISCUITS", "price": 4.50}

    <time>  pricing-job  prices.lowered  revision autumn-sale  10 % off every open order  tx <id>
      UPDATE shop.orders 1001
        total  68.00 → 61.20

    <time>  warehouse  order.shipped  parcel 7 of 12  tx <id>
      UPDATE shop.orders 1001
        status  placed → shipped

    Who changed what
    ────────────────
    ACTOR         TABLE        INSERTED  UPDATED  DELETED  FIELDS
    sign-up       shop.users   2         ·        ·
    checkout      shop.orders  3         ·        ·
    support       shop.orders  ·         1        1        total, lines
    pricing-job   shop.orders  ·         3        ·        total
    account-page  shop.users   ·         1        ·        password_hash, profile
    warehouse     shop.orders  ·         1        ·        status
    postgres      shop.orders  ·         1        ·        status
    "
  `);
    expect(stderr).toContain(`--database-url pglite:${kept}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are for terminals
    expect(stdout + stderr).not.toMatch(/\u001b/);
    expect(stdout).not.toContain('argon2');

    const again = await cli(['demo', '--keep', kept]);
    expect(again).toMatchObject({ code: 64, stdout: '' });
  },
);

test('the other commands work on the kept database', patience, async () => {
  const env = { DATABASE_URL: `pglite:${kept}` };
  const log = await cli(['log', '--actor', 'pricing-job', '--json'], env);
  expect(log).toMatchObject({ code: 0, stderr: '' });
  expect(log.stdout.trimEnd().split('\n')).toHaveLength(3);

  const status = await cli(['status'], env);
  expect(status).toMatchObject({ code: 0, stderr: '' });
  expect((await cli(['track', 'shop.users', '--no-key'], env)).code).toBe(0);
});

test('--json is one document', patience, async () => {
  const { code, stdout, stderr } = await cli(['demo', '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { history, summary } = JSON.parse(stdout);
  expect(history.map(({ action }: { action: string }) => action)).toEqual(['I', 'U', 'U', 'U']);
  expect(summary).toContainEqual({
    actor: 'pricing-job',
    table: 'shop.orders',
    inserted: 0,
    updated: 3,
    deleted: 0,
    fields: ['total'],
  });
});
