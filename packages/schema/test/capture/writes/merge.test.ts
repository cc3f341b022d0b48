import { testServer } from '@audit/test-db';
import { describe, expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes } from '../../support/records.js';

const { majorVersion } = testServer();

describe.skipIf(majorVersion < 15)('MERGE [needs PostgreSQL 15]', () => {
  const { client } = useAudited();

  test('is one record for each row that it inserts, updates or deletes', async () => {
    await client().query(`
      create table stock (id int primary key, qty int);
      create table delivery (id int, qty int);
      insert into delivery values (1, 5), (2, -2), (3, 7), (4, 0);
      select audit.track('stock');
      insert into stock values (1, 1), (2, 2), (4, 4);
      merge into stock as s using delivery as d on s.id = d.id
        when matched and s.qty + d.qty = 0 then delete
        when matched then update set qty = s.qty + d.qty
        when not matched then insert values (d.id, d.qty)`);
    const [, , , ...rest] = await changes(client(), 'stock');
    expect(rest.sort()).toEqual([
      'D 2 {"id": 2, "qty": 2}',
      'I 3 {"id": 3, "qty": 7}',
      'U 1 qty: 1 -> 6',
    ]);
  });

  test('that moves a row to another partition has it in its inserts and deletes, as PostgreSQL says it', async () => {
    await client().query(`
      create table area (id int primary key, qty int) partition by range (id);
      create table area_low partition of area for values from (0) to (10);
      create table area_high partition of area default;
      select audit.track('area');
      insert into area values (1, 1), (2, 2);
      merge into area as a using (values (1, 11), (2, null), (3, 3)) as d (id, next) on a.id = d.id
        when matched and d.next is null then delete
        when matched then update set id = d.next, qty = 100
        when not matched then insert values (d.id, d.next)`);
    const [, , ...rest] = await changes(client(), 'area');
    expect(rest.sort()).toEqual([
      'D 1 {"id": 1, "qty": 1}',
      'D 2 {"id": 2, "qty": 2}',
      'I 11 {"id": 11, "qty": 100}',
      'I 3 {"id": 3, "qty": 3}',
    ]);
  });

  test('that does nothing is no record', async () => {
    await client().query(`
      create table idle (id int primary key);
      select audit.track('idle');
      merge into idle as i using (values (1)) as d (id) on i.id = d.id
        when not matched then do nothing`);
    expect(await changes(client(), 'idle')).toEqual([]);
  });

  test.skipIf(majorVersion < 17)('BY SOURCE and RETURNING [needs PostgreSQL 17]', async () => {
    await client().query(`
      create table mirror (id int primary key, qty int);
      select audit.track('mirror');
      insert into mirror values (1, 1), (2, 2);
      merge into mirror as m using (values (1, 10)) as d (id, qty) on m.id = d.id
        when matched then update set qty = d.qty
        when not matched by source then delete
        returning merge_action(), m.*`);
    const [, , ...rest] = await changes(client(), 'mirror');
    expect(rest.sort()).toEqual(['D 2 {"id": 2, "qty": 2}', 'U 1 qty: 1 -> 10']);
  });
});
