import { expect, test } from 'vitest';
import { describeModes } from '../support/modes.js';

// Neither a superuser nor event triggers are needed.
describeModes('a rollback', ({ client }) => {
  test('brings back what was there, and can be undone', async () => {
    await client().query(`
      create schema shop;
      create table shop.customers (id int generated always as identity primary key, name text unique);
      create table shop.orders (id serial primary key, customer int references shop.customers on delete cascade);
      create table shop.visits (id int, day date) partition by range (day);
      create table shop.visits_2026 partition of shop.visits for values from ('2026-01-01') to ('2027-01-01');
      create function shop.refuse() returns trigger language plpgsql as $$ begin raise 'not now'; end $$;
      select audit.track('shop.customers', row_log => true);
      select audit.track('shop.orders', row_log => true);
      select audit.track('shop.visits', key => '{}', row_log => true);
      select audit.create_group('shop');
      select audit.assign(t, 'shop') from unnest('{shop.customers,shop.orders,shop.visits}'::regclass[]) as t;
      insert into shop.customers (name) values ('a'), ('b');
      insert into shop.orders (customer) values (1), (2);
      insert into shop.visits values (1, '2026-01-01'), (1, '2026-01-01')`);
    const before = await rows();
    await client().query(`
      select audit.set_mark('shop', 'm1');
      update shop.customers set name = case id when 1 then 'c' else 'a' end;
      delete from shop.customers where id = 1;
      insert into shop.orders (customer) values (2);
      delete from shop.visits_2026 where ctid = (select min(ctid) from shop.visits_2026);
      insert into shop.visits values (2, '2026-06-01');
      create trigger refuse before delete on shop.orders for each row execute function shop.refuse()`);
    const after = await rows();
    await client().query(`select audit.rollback_group('shop', 'm1')`);
    expect(await rows()).toEqual(before);
    await client().query(
      `select audit.rollback_group('shop', (select max(start_mark) from audit.group_rollback))`,
    );
    expect(await rows()).toEqual(after);
    await expect(client().query('delete from shop.orders')).rejects.toThrow('not now');
  });

  async function rows(): Promise<unknown> {
    const { rows } = await client().query(`
      select 'c' || c::text as row from shop.customers as c
      union all select 'o' || o::text from shop.orders as o
      union all select 'v' || v::text from shop.visits as v
      union all select 's' || last_value from shop.orders_id_seq
      order by 1`);
    return rows;
  }
});
