import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { changes, counts, texts } from '../support/records.js';

describeModes('migrations as ORMs write them', ({ client, mode }) => {
  test('Prisma-style: one script of many statements, quoted names, a table redefined under a new one', async () => {
    await client().query(`
      create table "Customer" ("id" serial primary key, "email" text not null, "createdAt" timestamp(3) not null default '2024-01-01');
      create table "Order" ("id" serial primary key, "customerId" int not null references "Customer", "total" int not null, "state" text not null);
      select audit.track('"Customer"', masked => '{email}'), audit.track('"Order"', key => '{id}');
      insert into "Customer" ("email") values ('a@example.com');
      insert into "Order" ("customerId", "total", "state") values (1, 100, 'OPEN')`);
    await client().query(`
      -- CreateEnum
      create type "OrderState" as enum ('OPEN', 'PAID');

      -- AlterTable
      alter table "Customer" add column "name" text,
      add column "updatedAt" timestamp(3) not null default current_timestamp;

      -- AlterTable
      alter table "Order" alter column "state" type "OrderState" using ("state"::text::"OrderState"),
      alter column "total" set data type bigint;

      -- RenameEnum, as a new type in place of the old one
      create type "OrderState_new" as enum ('OPEN', 'PAID', 'SENT');
      alter table "Order" alter column "state" type "OrderState_new" using ("state"::text::"OrderState_new");
      alter type "OrderState" rename to "OrderState_old";
      alter type "OrderState_new" rename to "OrderState";
      drop type "OrderState_old";

      -- DropForeignKey, AddForeignKey, CreateIndex
      alter table "Order" drop constraint "Order_customerId_fkey";
      create index "Order_state_idx" on "Order" ("state");
      alter table "Order" add constraint "Order_customerId_fkey" foreign key ("customerId") references "Customer" ("id") on delete cascade;`);
    await client().query(`
      update "Customer" set "name" = 'A', "email" = 'b@example.com', "updatedAt" = "updatedAt";
      update "Order" set "state" = 'SENT', "total" = 9007199254740993;
      delete from "Customer"`);
    expect(await changes(client(), 'Order')).toEqual([
      'I 1 {"id": 1, "state": "OPEN", "total": 100, "customerId": 1}',
      'U 1 state: "OPEN" -> "SENT", total: 100 -> 9007199254740993',
      'D 1 {"id": 1, "state": "SENT", "total": 9007199254740993, "customerId": 1}',
    ]);
    expect((await texts(client(), 'Customer', 'to_jsonb(data_op_log.*)')).join()).not.toContain(
      '@example.com',
    );
    expect(await counts(client(), 'Customer')).toEqual({ I: 1, U: 1, D: 1 });
    expect(await problems(client(), 'Order')).toEqual([]);

    // RedefineTables: the rows are copied into a new table, which takes the name. It has to be declared.
    await client().query(`
      begin;
      create table "new_Order" ("id" bigserial primary key, "total" numeric not null);
      insert into "new_Order" select "id", "total" from "Order";
      drop table "Order";
      alter table "new_Order" rename to "Order";
      commit;
      select audit.track('"Order"');
      insert into "Order" ("total") values (1.50)`);
    expect((await changes(client(), 'Order')).at(-1)).toBe('I 1 {"id": 1, "total": 1.50}');
  });

  test('Rails-style: nullable column, backfill in batches, NOT NULL, rename, index built concurrently, column removed', async () => {
    await client().query(`
      create table posts (id bigint generated always as identity primary key, title varchar, body text, user_id bigint,
        created_at timestamp(6) not null default now(), updated_at timestamp(6) not null default now());
      select audit.track('posts', ignored => '{updated_at}', modified_at => 'updated_at');
      insert into posts (title) select 'post ' || n from generate_series(1, 25) as n`);
    // One command a round trip, DDL in transactions, the backfill outside, as the framework does it.
    await client().query(
      `begin; set local lock_timeout = '5s'; alter table "posts" add "state" character varying; commit`,
    );
    for (let from = 1; from <= 25; from += 10) {
      await client().query(
        `update posts set state = 'live', updated_at = now() where id between ${from} and ${from + 9} and state is null`,
      );
    }
    for (const command of [
      `begin; alter table "posts" add constraint posts_state_null check (state is not null) not valid; commit`,
      `alter table "posts" validate constraint posts_state_null`,
      `begin; alter table "posts" alter column "state" set not null; alter table "posts" drop constraint posts_state_null; commit`,
      `alter table "posts" alter column "state" set default 'draft'`,
      `begin; alter table "posts" rename column "title" to "headline"; commit`,
      `create index concurrently "index_posts_on_user_id" on "posts" ("user_id")`,
      `alter index "index_posts_on_user_id" rename to "idx_posts_user"`,
      `begin; alter table "posts" drop column "body"; commit`,
      `drop index concurrently "idx_posts_user"`,
      `alter table "posts" rename to "articles"; alter index "posts_pkey" rename to "articles_pkey"; alter sequence "posts_id_seq" rename to "articles_id_seq"`,
    ]) {
      for (const part of command.includes('concurrently') ? [command] : command.split('; '))
        await client().query(part);
    }
    await client().query(`
      insert into articles (headline) values ('new');
      update articles set updated_at = now() where id = 1;
      update articles set headline = 'old', updated_at = now() where id = 1`);
    expect(await counts(client(), 'posts')).toEqual({ I: 25, U: 25 });
    const [inserted, updated, ...rest] = await changes(client(), 'articles');
    expect(inserted).toMatch(
      /^I 26 \{"id": 26, "state": "draft", "user_id": null, "headline": "new"/,
    );
    expect(updated).toBe('U 1 headline: "post 1" -> "old"');
    expect(rest).toEqual([]);
    expect(await problems(client(), 'articles')).toEqual([]);
  });

  test('expand and contract: a second column, written by a trigger, filled in, the first one dropped', async () => {
    await client().query(`
      create table member (id int primary key, fullname text, age int);
      select audit.track('member');
      insert into member values (1, 'alpha', 36), (2, 'beta', 85)`);
    await client().query('alter table member add display_name text');
    await client().query(`
      create function keep_both() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          new.display_name := coalesce(new.display_name, new.fullname);
          new.fullname := coalesce(new.fullname, new.display_name);
        elsif new.fullname is distinct from old.fullname then
          new.display_name := new.fullname;
        elsif new.display_name is distinct from old.display_name then
          new.fullname := new.display_name;
        end if;
        return new;
      end $$;
      create trigger keep_both before insert or update on member for each row execute function keep_both()`);
    await client().query(`update member set display_name = fullname where id = 1`);
    await client().query(`update member set fullname = 'beta two' where id = 2`);
    await client().query(`insert into member (id, display_name) values (3, 'gamma')`);
    await client().query(
      `begin; drop trigger keep_both on member; drop function keep_both(); alter table member drop fullname; commit`,
    );
    await client().query(`update member set display_name = 'gamma two' where id = 3`);
    expect((await changes(client(), 'member')).slice(2)).toEqual([
      'U 1 display_name: null -> "alpha"',
      'U 2 display_name: null -> "beta two", fullname: "beta" -> "beta two"',
      'I 3 {"id": 3, "age": null, "fullname": "gamma", "display_name": "gamma"}',
      'U 3 display_name: "gamma" -> "gamma two"',
    ]);
    expect(await problems(client(), 'member')).toEqual([]);
  });

  test('Django-style: a column’s type changed through a temporary default, a sequence, and a unique pair', async () => {
    await client().query(`
      create table app_item (id integer primary key generated by default as identity, "code" varchar(20) not null);
      select audit.track('app_item');
      insert into app_item (code) values ('a')`);
    for (const command of [
      'begin',
      `alter table "app_item" add column "shelf" integer default 7 not null`,
      `alter table "app_item" alter column "shelf" drop default`,
      `alter table "app_item" alter column "code" type varchar(40)`,
      `alter table "app_item" alter column "id" type bigint using "id"::bigint`,
      `alter table "app_item" add constraint "app_item_code_shelf_uniq" unique ("code", "shelf")`,
      'commit',
    ]) {
      await client().query(command);
    }
    await client().query(
      `update app_item set shelf = 8; insert into app_item (id, code, shelf) values (9007199254740993, 'b', 1)`,
    );
    expect((await changes(client(), 'app_item')).slice(1)).toEqual([
      'U 1 shelf: 7 -> 8',
      'I 9007199254740993 {"id": 9007199254740993, "code": "b", "shelf": 1}',
    ]);
    expect(await problems(client(), 'app_item')).toEqual([]);
  });

  test('history under an old name can be followed', async () => {
    if (mode !== 'statement') return;
    const { rows } = await client().query(`
      with recursive name (schema_name, table_name) as (
        values ('public', 'articles')
        union
        select r.schema_name, r.table_name from name as n join audit.rename as r
          on (r.new_schema_name, r.new_table_name) = (n.schema_name, n.table_name) and r.column_name is null
      )
      select count(*)::int as records from audit.data_op_log as l join name as n using (schema_name, table_name) where l.data_id = '1'`);
    expect(rows).toEqual([{ records: 3 }]);
  });
});
