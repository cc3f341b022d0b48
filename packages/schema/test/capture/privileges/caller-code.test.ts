import type pg from 'pg';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { counts } from '../../support/records.js';

const { client, database } = useAudited();
let role: { name: string; url: string };

// Capture functions run with the rights of the schema's owner: none of the caller's code may run inside of them.
beforeAll(async () => {
  role = await database().createRole();
  await client().query(`
    create table noted (id serial primary key, v text, n numeric, doc jsonb, ts timestamptz);
    select audit.track('noted');
    grant all on noted to ${role.name};
    grant usage on noted_id_seq to ${role.name};
    grant create on schema public to ${role.name};
    create table evidence (who text);
    grant insert on evidence to public`);
});

beforeEach(async () => {
  await client().query('truncate evidence');
});

async function ranAsOther(): Promise<string[]> {
  const { rows } = await client().query('select distinct who from evidence where who <> $1', [
    role.name,
  ]);
  return rows.map(({ who }) => who);
}

async function writeAll(session: pg.Client): Promise<void> {
  await session.query(`insert into noted (v, n, doc, ts) values ('a', 1, '{}', now())`);
  await session.query(`update noted set v = 'b', n = 2, doc = '[]', ts = null`);
  await session.query('delete from noted');
  await session.query('truncate noted');
}

test.for(['text', 'oid', 'timestamptz', 'inet', 'jsonb', 'json', 'regclass', 'xid8', 'record'])(
  'a temporary type named %s is not taken for the real one',
  async (type) => {
    const session = await database().connect(role.url);
    const base = type === 'record' ? 'pg_catalog.text' : `pg_catalog.${type}`;
    await session.query(`
      create function pg_temp.evil(${base}) returns boolean language plpgsql as $$
      begin
        insert into public.evidence values (current_user);
        return true;
      end $$;
      create domain pg_temp."${type}" as ${base} check (pg_temp.evil(value))`);
    await writeAll(session);
    await session.end();
    expect(await ranAsOther()).toEqual([]);
  },
);

test.for([
  'pg_class',
  'pg_attribute',
  'pg_namespace',
  'pg_type',
  'pg_trigger',
  'pg_inherits',
  'pg_roles',
])('a temporary view named %s is not taken for the catalog', async (catalog) => {
  const session = await database().connect(role.url);
  await session.query(`
      create temp table temp_op_meta (op_type text);
      insert into temp_op_meta values ('a');
      create function pg_temp.evil() returns oid language plpgsql as $$
      begin
        insert into public.evidence values (current_user);
        return 0;
      end $$;
      create temp view ${catalog} as
        select ${catalog === 'pg_attribute' ? 'attrelid, attname, attnum, atttypid, attgenerated, attisdropped' : '*'}
        from pg_catalog.${catalog} where pg_temp.evil() is not null`);
  await writeAll(session);
  await session.end();
  expect(await ranAsOther()).toEqual([]);
});

test.for(['old_rows', 'new_rows', 'data_op_log'])(
  'a temporary view named %s is not read',
  async (name) => {
    const session = await database().connect(role.url);
    await session.query(`
    create function pg_temp.evil() returns oid language plpgsql as $$
    begin
      insert into public.evidence values (current_user);
      return 0;
    end $$;
    create temp view ${name} as select pg_temp.evil() as id`);
    await writeAll(session);
    await session.end();
    expect(await ranAsOther()).toEqual([]);
  },
);

const types: [what: string, definition: string, sample: string][] = [
  ['an enum', `create type sly_% as enum ('a', 'b')`, `'a'`],
  ['a range', `create type sly_% as range (subtype = int)`, `'[1,2)'`],
  ['a composite type', `create type sly_% as (a int)`, `'(1)'`],
  [
    'a composite of an enum',
    `create type base_% as enum ('a'); create type sly_% as (a base_%, b base_%[])`,
    `'(a,{a})'`,
  ],
  [
    'a domain over an enum',
    `create type base_% as enum ('a'); create domain sly_% as base_%`,
    `'a'`,
  ],
];

test.for(
  types.flatMap((type) => (['json', 'text'] as const).map((to) => [type[0], to, type] as const)),
)("%s with its owner's own cast to %s", async ([, to, [what, definition, sample]]) => {
  const name = `${what.replace(/\W/g, '_')}_${to}`;
  const source = definition.includes('base_') ? `base_${name}` : `sly_${name}`;
  const session = await database().connect(role.url);
  await session.query(`
      ${definition.replaceAll('%', name)};
      create function cast_${name}(${source}) returns ${to} language plpgsql as $$
      begin
        insert into public.evidence values (current_user);
        return '1';
      end $$;
      create cast (${source} as ${to}) with function cast_${name}(${source});
      create table has_${name} (id int, v sly_${name}, vs sly_${name}[])`);
  await client().query(`select audit.track('has_${name}', key => '{id,v}')`);
  await session.query(
    `insert into has_${name} values (1, ${sample}, array[${sample}::sly_${name}])`,
  );
  await session.query(`update has_${name} set id = 2, v = null, vs = '{}'`);
  await session.query(`delete from has_${name}`);
  await session.end();
  expect(await ranAsOther()).toEqual([]);
  expect(await counts(client(), `has_${name}`)).toEqual({ I: 1, U: 1, D: 1 });
});

test('nor by a column that the owner of the table adds later', async () => {
  const session = await database().connect(role.url);
  await session.query(`create table grown (id int primary key)`);
  await client().query(`select audit.track('grown')`);
  await session.query(`
    create type late as enum ('a', 'b');
    create function cast_late(late) returns json language plpgsql as $$
    begin
      insert into public.evidence values (current_user);
      return '1';
    end $$;
    create cast (late as json) with function cast_late(late);
    alter table grown add column v late, add column vs late[]`);
  await session.query(
    `insert into grown values (1, 'a', '{a}'); update grown set v = 'b', vs = '{b}'; delete from grown`,
  );
  await session.end();
  expect(await ranAsOther()).toEqual([]);
  expect(await counts(client(), 'grown')).toEqual({ I: 1, U: 1, D: 1 });
});
