import { testServer } from '@audit/test-db';
import { describe, expect, test } from 'vitest';
import { useAudited } from '../support/audited.js';
import { problems } from '../support/modes.js';
import { changes, texts, value } from '../support/records.js';

const { majorVersion } = testServer();

/** Ways in which somebody keeps the event triggers from seeing a schema change, and the end of it. */
const ways = [
  {
    way: 'while the event triggers are disabled',
    begin: 'alter event trigger audit_on_ddl disable; alter event trigger audit_on_drop disable',
    end: 'alter event trigger audit_on_ddl enable always; alter event trigger audit_on_drop enable always',
    needs: 14,
  },
  {
    way: 'in a session with event_triggers = off',
    begin: 'set event_triggers = off',
    end: 'reset event_triggers',
    needs: 17,
  },
];

// A capture's plan names its table, so that PostgreSQL makes a new one after each change of the table: the capture
// looks then whether it still fits, and otherwise records as the schema-agnostic one does.
for (const { way, begin, end, needs } of ways) {
  describe.skipIf(majorVersion < needs)(
    `a schema change ${way}${needs > 14 ? ` [needs PostgreSQL ${needs}]` : ''}`,
    () => {
      const { client, database } = useAudited();
      const unwatched = (ddl: string) => client().query(`${begin}; ${ddl}; ${end}`);

      test('is recorded from the next statement on, in each session, and breaks no write', async () => {
        const other = await database().connect();
        await client().query(`
          create table orders (id int primary key, qty int, gone text, secret text);
          select audit.track('orders', masked => '{secret}')`);
        const insert = `insert into orders (id, qty, gone, secret) values (1, 1, 'x', 's') on conflict do nothing`;
        for (const each of [client(), other]) await each.query(insert);

        await unwatched(`
          alter table orders drop gone;
          alter table orders add at timestamptz default '2026-01-01 00:00Z';
          alter table orders rename secret to pass;
          alter table orders alter qty type numeric(6, 2)`);
        for (const each of [other, client()]) {
          await each.query(
            `set timezone = 'Asia/Tokyo'; update orders set qty = qty + 1, pass = pass || '!'`,
          );
          expect(await value(each, 'show timezone')).toBe('Asia/Tokyo');
        }
        await other.query('delete from orders');
        expect(await changes(client(), 'orders')).toEqual([
          'I 1 {"id": 1, "qty": 1, "gone": "x", "secret": "***"}',
          'U 1 pass: "***" -> "***", qty: 1.00 -> 2.00',
          'U 1 pass: "***" -> "***", qty: 2.00 -> 3.00',
          'D 1 {"at": "2026-01-01T00:00:00+00:00", "id": 1, "qty": 3.00, "pass": "***"}',
        ]);
        expect(await problems(client(), 'orders')).toEqual([
          'its shape has changed since the capture was written; call audit.track again',
        ]);
        expect(
          await texts(
            client(),
            'orders',
            'num_nulls(role_name, session_user_name, transaction_id, statement_id, client_query) = 1',
          ),
        ).toEqual(['true', 'true', 'true', 'true']);

        // The next change that is seen makes up for it.
        await client().query('alter table orders add note text');
        expect(await problems(client(), 'orders')).toEqual([]);
        await client().query(`insert into orders (id, note) values (2, 'n')`);
        expect((await changes(client(), 'orders')).at(-1)).toBe(
          'I 2 {"at": "2026-01-01T00:00:00+00:00", "id": 2, "qty": null, "note": "n", "pass": null}',
        );
        await other.end();
      });

      test('within a transaction, and rolled back', async () => {
        await client().query(`
          create table undone (id int primary key, note text);
          select audit.track('undone');
          insert into undone values (1, 'a')`);
        await client().query(`
          begin;
          ${begin};
          alter table undone drop note;
          insert into undone values (2);
          ${end};
          rollback`);
        await client().query(`insert into undone values (3, 'c')`);
        expect(await changes(client(), 'undone')).toEqual([
          'I 1 {"id": 1, "note": "a"}',
          'I 3 {"id": 3, "note": "c"}',
        ]);
      });

      test('a renamed table is recorded under its new name, and the rename is noted', async () => {
        await client().query(`
          create table goods (id int primary key, qty int);
          select audit.track('goods');
          insert into goods values (1, 1)`);
        await unwatched(
          'alter table goods rename to wares; alter table wares rename qty to amount',
        );
        await client().query('update wares set amount = 2');
        expect(await changes(client(), 'wares')).toEqual(['U 1 amount: 1 -> 2']);
        expect(
          await value(
            client(),
            `select string_agg(concat_ws(' ', table_name, column_name, new_table_name, new_column_name), ', ' order by id)
             from audit.rename where 'wares' in (table_name, new_table_name)`,
          ),
        ).toBe('goods wares, wares qty wares amount');
      });

      test('of a partitioned table: through the root, directly, and a row that moves', async () => {
        await client().query(`
          create table sales (id int, region int, gone int, primary key (id, region)) partition by list (region);
          create table sales_1 partition of sales for values in (1);
          create table sales_2 partition of sales for values in (2);
          select audit.track('sales');
          insert into sales values (1, 1)`);
        await unwatched('alter table sales drop gone, add note text');
        await client().query(`
          insert into sales values (2, 1, 'root');
          insert into sales_2 values (3, 2, 'direct');
          update sales set region = 2 where id = 2`);
        expect((await changes(client(), 'sales')).slice(1)).toEqual([
          'I 2∆1 {"id": 2, "note": "root", "region": 1}',
          'I 3∆2 {"id": 3, "note": "direct", "region": 2}',
          'U 2∆2 region: 1 -> 2',
        ]);
        expect(await texts(client(), 'sales', `relid = 'sales'::regclass`)).toEqual(
          Array(4).fill('true'),
        );
      });
    },
  );
}
