import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes, texts } from '../../support/records.js';

const { client } = useAudited();

/** A root with two levels of partitions: a (a1, a2) and b. */
async function tree(name: string): Promise<void> {
  await client().query(`
    create table ${name} (id int primary key) partition by range (id);
    create table ${name}_a partition of ${name} for values from (0) to (10) partition by range (id);
    create table ${name}_a1 partition of ${name}_a for values from (0) to (5);
    create table ${name}_a2 partition of ${name}_a for values from (5) to (10);
    create table ${name}_b partition of ${name} default;
    select audit.track('${name}')`);
}

test('of the root is one record', async () => {
  await tree('whole');
  await client().query('truncate whole');
  expect(await changes(client(), 'whole')).toEqual(['T']);
});

test('of the root and, by name, of its partitions is one record', async () => {
  await tree('named');
  await client().query('truncate named_b, named, named_a1');
  expect(await changes(client(), 'named')).toEqual(['T']);
});

test('of one partition is one record, under the root', async () => {
  await tree('single');
  await client().query('truncate single_b');
  expect(await changes(client(), 'single')).toEqual(['T']);
  expect(await texts(client(), 'single', 'table_name')).toEqual(['single']);
});

test('of a partition that has partitions is one record', async () => {
  await tree('middle');
  await client().query('truncate middle_a');
  expect(await changes(client(), 'middle')).toEqual(['T']);
});

test('of a partition and then of the root, in one transaction and in two, is two records', async () => {
  await tree('later');
  await client().query('begin');
  await client().query('truncate later_b');
  await client().query('truncate later');
  await client().query('commit');
  expect(await changes(client(), 'later')).toEqual(['T', 'T']);
  await client().query('truncate later_b');
  await client().query('truncate later');
  expect(await changes(client(), 'later')).toHaveLength(4);
});

test('of the root and then of a partition is two records', async () => {
  await tree('sooner');
  await client().query('begin');
  await client().query('truncate sooner');
  await client().query('truncate sooner_a1');
  await client().query('commit');
  expect(await changes(client(), 'sooner')).toEqual(['T', 'T']);
});

test('that a savepoint takes back does not hide the next one', async () => {
  await tree('undone');
  await client().query('begin');
  await client().query('savepoint s');
  await client().query('truncate undone');
  await client().query('rollback to s');
  await client().query('truncate undone_b');
  await client().query('commit');
  expect(await changes(client(), 'undone')).toEqual(['T']);
});

test('that fails half way does not hide the next one', async () => {
  await tree('failing');
  await client().query(`
    create function object() returns trigger language plpgsql as 'begin raise exception ''no''; end';
    create trigger zz_object before truncate on failing for each statement execute function object()`);
  await client().query('begin');
  await client().query(`do $$ begin truncate failing; exception when others then null; end $$`);
  await client().query('truncate failing_b');
  await client().query('commit');
  expect(await changes(client(), 'failing')).toEqual(['T']);
});

test('a setting of the caller hides nothing', async () => {
  await tree('hidden');
  await client().query('begin');
  await client().query(`
    select set_config('audit.truncated_1', prefix || ' ' || 'hidden'::regclass::oid || ' ', true)
    from (values ('.'), ('')) as p (prefix)`);
  await client().query('truncate hidden_b');
  await client().query('commit');
  expect(await changes(client(), 'hidden')).toEqual(['T']);
});

test('of a parent takes its inheritance children along, of a child it does not', async () => {
  await client().query(`
    create table parent (id int primary key);
    create table child (extra int) inherits (parent);
    select audit.track('parent')`);
  await client().query('truncate parent');
  await client().query('truncate child');
  await client().query('truncate only parent');
  expect(await changes(client(), 'parent')).toEqual(['T', 'T', 'T']);
});

test('of two roots is a record each', async () => {
  await tree('first');
  await tree('second');
  await client().query('truncate first, second');
  expect(await changes(client(), 'first')).toEqual(['T']);
  expect(await changes(client(), 'second')).toEqual(['T']);
});
