/** A shop's tables, as anybody might have them: nothing in here knows of the audit. */
export const shopTables = /* sql */ `
create schema shop;

create table shop.users (
  id            int primary key,
  login         text not null unique,
  password_hash text not null,
  profile       jsonb not null,
  updated_at    timestamptz not null default now()
);

create table shop.orders (
  id         int primary key,
  user_id    int not null references shop.users,
  status     text not null,
  total      numeric(10,2) not null,
  lines      jsonb not null,
  updated_at timestamptz not null default now()
);
`;
