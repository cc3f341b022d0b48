/** The table: twelve columns, two of them jsonb and one an array. */
const table = `
  create table public.item (
    id          bigint primary key,
    sku         text not null,
    name        text not null,
    qty         int not null,
    price       numeric(10, 2) not null,
    active      boolean not null,
    note        text,
    created_at  timestamptz not null,
    modified_at timestamptz,
    profile     jsonb not null,
    details     jsonb,
    tags        text[] not null
  )`;

/**
 * Rows with these ids, built in the statement as a client's values are: what an application pays without audit. A
 * function that PostgreSQL inlines, so that the statement is as short as an application's: its text stands on each record.
 */
const builtItems = `
  create function public.built_items(first bigint, last bigint) returns setof public.item language sql stable as $$
    select n, 'sku-' || n, 'item number ' || n, (n % 1000)::int, ((n % 10000) / 7.0)::numeric(10, 2), n % 3 > 0,
      case when n % 4 = 0 then 'a note of some length on item ' || n end,
      timestamptz '2024-01-01 00:00Z' + n * interval '1 minute', timestamptz '2024-06-01 12:00Z',
      jsonb_build_object('theme', 'dark', 'city', 'Wien', 'visits', n % 50, 'mail', 'user' || n || '@example.org'),
      jsonb_build_object('weight', n % 90, 'size', jsonb_build_array(n % 7, n % 11, n % 13), 'origin', 'AT'),
      array['tag' || n % 5, 'tag' || n % 7]
    from generate_series(first, last) as n
  $$`;

/** What every contestant's database begins with. */
export const baseTables = `${table}; ${builtItems}`;

export const insertRows = (first, last) =>
  `insert into public.item select * from public.built_items(${first}, ${last})`;

const visit = `jsonb_set(profile, '{visits}', to_jsonb((profile ->> 'visits')::int + 1))`;

/** What is measured, in this order: each statement writes all rows. `goal` is the ratio that we want. */
export const operations = [
  { key: 'insert', name: 'insert', goal: 2.0, sql: (rows) => insertRows(1, rows) },
  {
    key: 'update',
    name: 'update 1 column',
    goal: 2.5,
    sql: () => 'update public.item set qty = qty + 1',
  },
  {
    key: 'four',
    name: 'update 4 columns',
    goal: 2.5,
    sql: () =>
      `update public.item set qty = qty + 1, price = price + 0.01, name = name || '+', active = not active`,
  },
  {
    key: 'json',
    name: 'update in JSON',
    goal: 3.0,
    sql: () => `update public.item set profile = ${visit}`,
  },
  { key: 'delete', name: 'delete', goal: 5.5, sql: () => 'delete from public.item' },
];

export const goals = { singleRowShare: 0.8, logBytes: 110e6, lookupMs: 1 };

/** For pgbench: one row by its key. */
export const singleRowUpdate = `
\\set id random(1, :rows)
update public.item set qty = qty + 1 where id = :id;
`;

/** All that a session does once, on a few rows: loading code, planning, filling caches. */
export const warmUp = [insertRows(-10, -1), ...operations.slice(1).map(({ sql }) => sql())];
