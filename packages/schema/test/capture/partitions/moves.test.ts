import { describe, expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes } from '../../support/records.js';

const { client } = useAudited();

const layouts = {
  list: `partition by list (region);
    create table %_one partition of % for values in (1);
    create table %_two partition of % for values in (2)`,
  range: `partition by range (region);
    create table %_one partition of % for values from (1) to (2);
    create table %_two partition of % for values from (2) to (3)`,
  hash: `partition by hash (region);
    create table %_one partition of % for values with (modulus 2, remainder 0);
    create table %_two partition of % for values with (modulus 2, remainder 1)`,
  default: `partition by list (region);
    create table %_one partition of % for values in (1);
    create table %_two partition of % default`,
};

describe.for(Object.entries(layouts))('a table partitioned by %s', ([layout, clause]) => {
  const table = `by_${layout}`;

  test('stands in the log under its own name, whatever the partition', async () => {
    await client().query(`
      create table ${table} (id int, region int, qty int, primary key (id, region)) ${clause.replaceAll('%', table)};
      select audit.track('${table}');
      insert into ${table} select n, n, n from generate_series(1, 2) as n;
      update ${table} set qty = qty + 1;
      delete from ${table} where id = 2`);
    const [first, second, ...rest] = await changes(client(), table);
    expect([first, second].sort()).toEqual([
      'I 1∆1 {"id": 1, "qty": 1, "region": 1}',
      'I 2∆2 {"id": 2, "qty": 2, "region": 2}',
    ]);
    expect(rest.sort()).toEqual([
      'D 2∆2 {"id": 2, "qty": 3, "region": 2}',
      'U 1∆1 qty: 1 -> 2',
      'U 2∆2 qty: 2 -> 3',
    ]);
  });

  test('records a row that moves to another partition as one update', async () => {
    await client().query(`truncate ${table}; insert into ${table} values (7, 1, 1)`);
    const before = (await changes(client(), table)).length;
    await client().query(`update ${table} set region = 2, qty = 5`);
    expect((await changes(client(), table)).slice(before)).toEqual([
      'U 7∆2 qty: 1 -> 5, region: 1 -> 2',
    ]);
  });

  test('records rows that swap their partitions as one update each', async () => {
    await client().query(`truncate ${table};
      insert into ${table} select n, 1 + n % 2, n from generate_series(1, 100) as n`);
    const before = (await changes(client(), table)).length;
    await client().query(`update ${table} set region = 3 - region`);
    const expected = Array.from({ length: 100 }, (_, i) => {
      const from = 1 + ((i + 1) % 2);
      return `U ${i + 1}∆${3 - from} region: ${from} -> ${3 - from}`;
    });
    expect((await changes(client(), table)).slice(before).sort()).toEqual(expected.sort());
  });
});

test('two rows whose keys trade places across partitions', async () => {
  await client().query(`
    create table trade (id int primary key deferrable initially immediate, name text) partition by list (id);
    create table trade_1 partition of trade for values in (1);
    create table trade_2 partition of trade for values in (2);
    create table trade_3 partition of trade for values in (3);
    select audit.track('trade');
    insert into trade values (1, 'one'), (2, 'two'), (3, 'three');
    update trade set id = id % 3 + 1, name = name || '!'`);
  expect((await changes(client(), 'trade')).slice(3).sort()).toEqual([
    'U 1 id: 3 -> 1, name: "three" -> "three!"',
    'U 2 id: 1 -> 2, name: "one" -> "one!"',
    'U 3 id: 2 -> 3, name: "two" -> "two!"',
  ]);
});

describe('a partition whose trigger refuses the rows that are moved there', () => {
  test('is a delete of the row, and the others are updates', async () => {
    await client().query(`
      create table strict (id int, region int, qty int) partition by list (region);
      create table strict_one partition of strict for values in (1);
      create table strict_two partition of strict for values in (2);
      create table strict_three partition of strict for values in (3);
      create function refuse() returns trigger language plpgsql as 'begin return null; end';
      create trigger refuse before insert on strict_two for each row execute function refuse();
      select audit.track('strict', key => '{id}');
      insert into strict values (1, 1, 1), (2, 1, 2), (3, 3, 3);
      update strict set region = id, qty = qty + 10`);
    expect((await changes(client(), 'strict')).slice(3).sort()).toEqual([
      'D 2 {"id": 2, "qty": 2, "region": 1}',
      'U 1 qty: 1 -> 11',
      'U 3 qty: 3 -> 13',
    ]);
    expect((await client().query('select id from strict order by id')).rows).toEqual([
      { id: 1 },
      { id: 3 },
    ]);
  });

  test('and where a key changes by the same statement, nothing is lost', async () => {
    await client().query(`
      truncate strict;
      insert into strict values (11, 1, 1), (12, 1, 2)`);
    const before = (await changes(client(), 'strict')).length;
    await client().query(`update strict set region = id - 10, id = id + 10`);
    expect((await changes(client(), 'strict')).slice(before).sort()).toEqual([
      'D 11 {"id": 11, "qty": 1, "region": 1}',
      'D 12 {"id": 12, "qty": 2, "region": 1}',
      'I 21 {"id": 21, "qty": 1, "region": 1}',
    ]);
  });

  test.for(['json', 'citext', 'xml', 'point'])(
    'also where the key is a %s',
    async (type, { skip }) => {
      if (type === 'citext') {
        await client()
          .query('create extension if not exists citext')
          .catch(() => skip('citext is not available'));
      }
      const values = { json: '{}', citext: 'Ab', xml: '<a/>', point: '(1,2)' }[type];
      const table = `strict_${type}`;
      await client()
        .query(`select $1::text::${type}`, [values])
        .catch(() => skip(`${type} is not available`));
      await client().query(`
      create table ${table} (id ${type}, region int) partition by list (region);
      create table ${table}_one partition of ${table} for values in (1);
      create table ${table}_two partition of ${table} for values in (2);
      create trigger refuse before insert on ${table}_two for each row execute function refuse();
      select audit.track('${table}', key => '{id}');
      insert into ${table} values ('${values}', 1);
      update ${table} set region = 2`);
      const actions = (await changes(client(), table)).map((line) => line[0]);
      expect(actions).toEqual(['I', 'D']);
    },
  );
});

test('a partition that refuses to let a row go keeps it, and nothing is recorded', async () => {
  await client().query(`
    create table kept (id int, region int) partition by list (region);
    create table kept_one partition of kept for values in (1);
    create table kept_two partition of kept for values in (2);
    create trigger refuse before delete on kept_one for each row execute function refuse();
    select audit.track('kept', key => '{id}');
    insert into kept values (1, 1), (2, 2);
    update kept set region = 3 - region`);
  expect((await changes(client(), 'kept')).slice(2)).toEqual(['U 2 region: 2 -> 1']);
});
