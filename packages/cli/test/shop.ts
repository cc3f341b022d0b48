import { nodePostgres } from '@audit/client/node-postgres';
import { install } from '@audit/schema';
import type { Preparation } from '@audit/test-db';

const tables = /* sql */ `
create schema shop;
create table shop.users (
  id int primary key, login text, password_hash text, profile jsonb, updated_at timestamptz
);
create table shop.orders (
  id bigint primary key, status text, total numeric, lines jsonb, updated_at timestamptz
);
create table shop."Odd ""Name" (a int, "b,c" int, primary key (a, "b,c"));
create view shop.open_orders as select id from shop.orders;
`;

/** A shop that nothing is recorded of. */
export const shop: Preparation = {
  name: 'cli: shop',
  run: async (client) => {
    await client.query(tables);
  },
};

/** The same with the audit schema beside it. */
export const auditedShop: Preparation = {
  name: 'cli: shop with audit',
  run: async (client) => {
    await client.query(tables);
    await install(nodePostgres(client), { engine: 'sql' });
  },
};
