import { beforeAll, expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { texts } from '../../support/records.js';

const { client, database } = useAudited();
const context = `concat_ws('|', coalesce(op_type, '-'), coalesce(op_note, '-'), coalesce(revision_id, '-'), coalesce(op_meta::text, '-'))`;

beforeAll(async () => {
  await client().query(`create table noted (id serial primary key); select audit.track('noted')`);
});

/** The context of the record that an insert in this session leaves. */
async function recorded(session = client()): Promise<string | undefined> {
  await session.query('insert into noted default values');
  return (await texts(client(), 'noted', context)).at(-1);
}

test('all four fields', async () => {
  await client().query('begin');
  await client().query(
    `select audit.set_context('sale', 'phone', 'r7', '{"actor": "support", "n": 12345678901234567890.10}')`,
  );
  await client().query('insert into noted default values');
  await client().query('commit');
  expect((await texts(client(), 'noted', context)).at(-1)).toBe(
    'sale|phone|r7|{"n": 12345678901234567890.10, "actor": "support"}',
  );
});

test('is for the current transaction only, whether it commits or rolls back', async () => {
  for (const end of ['commit', 'rollback']) {
    await client().query('begin');
    await client().query(`select audit.set_context('a', 'b', 'c', '{}')`);
    await client().query('insert into noted default values');
    await client().query(end);
    expect(await recorded()).toBe('-|-|-|-');
  }
});

test('outside of a transaction it is for its own statement only', async () => {
  await client().query(`select audit.set_context('a', 'b', 'c', '{}')`);
  expect(await recorded()).toBe('-|-|-|-');
});

test('a savepoint takes it back', async () => {
  await client().query('begin');
  await client().query(`select audit.set_context('outer')`);
  await client().query('savepoint s');
  await client().query(`select audit.set_context('inner')`);
  await client().query('rollback to s');
  await client().query('insert into noted default values');
  await client().query('commit');
  expect((await texts(client(), 'noted', context)).at(-1)).toBe('outer|-|-|-');
});

test('a second call replaces the first whole, and named arguments work', async () => {
  await client().query('begin');
  await client().query(`select audit.set_context('a', 'b', 'c', '{}')`);
  await client().query(`select audit.set_context(op_note => 'only this', meta => '[1]')`);
  await client().query('insert into noted default values');
  await client().query('commit');
  expect((await texts(client(), 'noted', context)).at(-1)).toBe('-|only this|-|[1]');
});

test('costs no catalog writes', async () => {
  const sizes = `select sum(n_tup_ins + n_tup_upd + n_tup_del)::text as n from pg_stat_xact_sys_tables`;
  await client().query('begin');
  const before = (await client().query(sizes)).rows;
  await client().query(`select audit.set_context('a', 'b', 'c', '{}')`);
  expect((await client().query(sizes)).rows).toEqual(before);
  await client().query('rollback');
});

test('a role without any grant sets it with set_config', async () => {
  const role = await database().createRole();
  await client().query(
    `grant insert on noted to ${role.name}; grant usage on noted_id_seq to ${role.name}`,
  );
  const session = await database().connect(role.url);
  await expect(session.query(`select audit.set_context('a')`)).rejects.toMatchObject({
    code: '42501',
  });
  await session.query('begin');
  await session.query(
    `select set_config('audit.op_type', 'own', true), set_config('audit.op_meta', '{"a": 1}', true)`,
  );
  await session.query('insert into noted default values');
  await session.query('commit');
  expect((await texts(client(), 'noted', context)).at(-1)).toBe('own|-|-|{"a": 1}');
  expect(await recorded(session)).toBe('-|-|-|-');
});

const garbage: [what: string, setting: string, meta: string][] = [
  ['nothing', `''`, '-'],
  ['no JSON', `'{oops'`, '-'],
  ['a NUL', `'{"a": "\\u0000"}'`, '-'],
  ['half a surrogate', `'"\\ud800"'`, '-'],
  ['a number beyond numeric', `'1e400000'`, '-'],
  ['a number', `'42'`, '42'],
  ['null', `'null'`, 'null'],
  ['a bare string', `'"x"'`, '"x"'],
  ['blanks', `'   '`, '-'],
  ['nesting without end', `repeat('[', 500000)`, '-'],
  ['nesting that ends', `repeat('[', 300000) || repeat(']', 300000)`, '-'],
];

test.for(garbage)('%s in audit.op_meta fails no write', async ([, setting, meta]) => {
  await client().query('begin');
  await client().query(
    `select set_config('audit.op_meta', ${setting}, true), set_config('audit.op_type', 'kept', true)`,
  );
  await client().query('insert into noted default values');
  await client().query('truncate noted');
  await client().query('commit');
  expect((await texts(client(), 'noted', context)).slice(-2)).toEqual([
    `kept|-|-|${meta}`,
    `kept|-|-|${meta}`,
  ]);
});

test('settings of 1 MB', async () => {
  await client().query('begin');
  await client().query(`
    select set_config('audit.' || name, repeat('x', 1000000), true) from unnest('{op_type,op_note,revision_id}'::text[]) as name`);
  await client().query(
    `select set_config('audit.op_meta', to_json(repeat('y', 1000000))::text, true)`,
  );
  await client().query('insert into noted default values');
  await client().query('commit');
  const lengths = `concat_ws(' ', length(op_type), length(op_note), length(revision_id), length(op_meta #>> '{}'))`;
  expect((await texts(client(), 'noted', lengths)).at(-1)).toBe('1000000 1000000 1000000 1000000');
});

test('set for the session, it holds for the session', async () => {
  const session = await database().connect();
  await session.query(`set audit.op_type = 'nightly'`);
  expect(await recorded(session)).toBe('nightly|-|-|-');
  await session.query('reset all');
  expect(await recorded(session)).toBe('-|-|-|-');
});
