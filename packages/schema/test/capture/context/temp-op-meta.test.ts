import type pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { texts } from '../../support/records.js';

const { client, database } = useAudited();
let role: { name: string; url: string };
const context = `concat_ws('|', coalesce(op_type, '-'), coalesce(op_note, '-'), coalesce(revision_id, '-'))`;

beforeAll(async () => {
  role = await database().createRole();
  await client().query(`
    create table noted (id serial primary key);
    select audit.track('noted');
    grant insert, truncate on noted to ${role.name};
    grant usage on noted_id_seq to ${role.name};
    create table evidence (who text);
    grant insert on evidence to public`);
});

/** The context of the records that an insert and a TRUNCATE leave, after `prepare` in a new session of the role. */
async function recorded(prepare: string, during = ''): Promise<string> {
  const session: pg.Client = await database().connect(role.url);
  if (prepare) await session.query(prepare);
  await session.query('begin');
  if (during) await session.query(during);
  await session.query('insert into noted default values');
  await session.query('truncate noted');
  await session.query('commit');
  await session.end();
  const [insert, truncate] = (await texts(client(), 'noted', context)).slice(-2);
  expect(truncate).toBe(insert);
  return insert ?? '';
}

const table = 'create temp table temp_op_meta (op_type text, op_note text, revision_id text);';

const cases: [what: string, prepare: string, context: string][] = [
  ['no table', '', '-|-|-'],
  ['a row', `${table} insert into temp_op_meta values ('a', 'b', 'c')`, 'a|b|c'],
  ['an empty table', table, '-|-|-'],
  ['a row of nulls', `${table} insert into temp_op_meta values (null, null, null)`, '-|-|-'],
  [
    'two rows',
    `${table} insert into temp_op_meta values ('a', 'b', 'c'), ('d', 'e', 'f')`,
    'a|b|c',
  ],
  [
    'a first row with a null',
    `${table} insert into temp_op_meta values (null, 'b', null), ('d', 'e', 'f')`,
    '-|b|-',
  ],
  [
    'without one column',
    `create temp table temp_op_meta (op_type text, revision_id text); insert into temp_op_meta values ('a', 'c')`,
    'a|-|c',
  ],
  [
    'without any column of these',
    `create temp table temp_op_meta (other int); insert into temp_op_meta values (1)`,
    '-|-|-',
  ],
  [
    'without any column',
    `create temp table temp_op_meta (); insert into temp_op_meta default values`,
    '-|-|-',
  ],
  [
    'varchar and char columns',
    `create temp table temp_op_meta (op_type varchar(5), op_note char(3)); insert into temp_op_meta values ('a', 'b')`,
    'a|b|-',
  ],
  [
    'a dropped column',
    `${table} insert into temp_op_meta values ('a', 'b', 'c'); alter table temp_op_meta drop column op_note`,
    'a|-|c',
  ],
  [
    'columns of other types',
    `create temp table temp_op_meta (op_type int[], op_note jsonb, revision_id text); insert into temp_op_meta values ('{1}', '{}', 'c')`,
    '-|-|c',
  ],
  ['a table that is not temporary', `set search_path = public`, '-|-|-'],
];

test.for(cases)('%s', async ([, prepare, expected]) => {
  expect(await recorded(prepare)).toBe(expected);
});

test('the context comes before the table, field by field', async () => {
  const prepare = `${table} insert into temp_op_meta values ('a', 'b', 'c')`;
  expect(await recorded(prepare, `select set_config('audit.op_note', 'mine', true)`)).toBe(
    'a|mine|c',
  );
});

test('a table made after the first write of the session, changed, emptied and dropped', async () => {
  const session = await database().connect(role.url);
  const next = async (change: string) => {
    if (change) await session.query(change);
    await session.query('insert into noted default values');
    return (await texts(client(), 'noted', context)).at(-1);
  };
  expect(await next('')).toBe('-|-|-');
  expect(await next(`${table} insert into temp_op_meta values ('a', 'b', 'c')`)).toBe('a|b|c');
  expect(await next(`update temp_op_meta set op_type = 'z'`)).toBe('z|b|c');
  expect(await next(`truncate temp_op_meta`)).toBe('-|-|-');
  expect(await next(`drop table temp_op_meta`)).toBe('-|-|-');
  expect(
    await next(
      `create temp table temp_op_meta (op_note text); insert into temp_op_meta values ('q')`,
    ),
  ).toBe('-|q|-');
  expect(await next(`discard all`)).toBe('-|-|-');
});

test('ON COMMIT DROP: for one transaction', async () => {
  expect(
    await recorded(
      '',
      `create temp table temp_op_meta (op_type text) on commit drop; insert into temp_op_meta values ('once')`,
    ),
  ).toBe('once|-|-');
});

const hostile = `create function pg_temp.evil() returns text language plpgsql volatile as $$
  begin
    insert into public.evidence values (current_user);
    return 'evil';
  end $$;`;

const attacks: [what: string, prepare: string][] = [
  [
    'a view',
    `${hostile} create temp view temp_op_meta as select pg_temp.evil() as op_type, null::text as op_note, null::text as revision_id`,
  ],
  [
    'a policy',
    `${hostile} ${table} insert into temp_op_meta values ('a', 'b', 'c');
    create policy p on temp_op_meta using (pg_temp.evil() is not null);
    alter table temp_op_meta enable row level security, force row level security`,
  ],
  [
    'a domain with a check',
    `create function pg_temp.evil(pg_catalog.text) returns boolean language plpgsql as $$
      begin insert into public.evidence values (current_user); return true; end $$;
    create domain pg_temp.sly as pg_catalog.text check (pg_temp.evil(value));
    create temp table temp_op_meta (op_type pg_temp.sly, op_note text, revision_id text)`,
  ],
  [
    'an inheritance child',
    `${hostile} ${table} create temp table offspring () inherits (temp_op_meta);
    insert into offspring values ('child', 'child', 'child')`,
  ],
  [
    'a partitioned table',
    `create temp table temp_op_meta (op_type text, op_note text, revision_id text) partition by list (op_type);
    create temp table part partition of temp_op_meta default; insert into temp_op_meta values ('a', 'b', 'c')`,
  ],
  [
    'a stored generated column',
    `${hostile} create temp table temp_op_meta (op_type text generated always as ('x' || 'y') stored, op_note text);`,
  ],
];

test.for(attacks)(
  '%s runs no code of the caller as the owner and fails no write',
  async ([, prepare]) => {
    await client().query('truncate evidence');
    await recorded(prepare);
    const { rows } = await client().query('select distinct who from evidence where who <> $1', [
      role.name,
    ]);
    expect(rows).toEqual([]);
  },
);
