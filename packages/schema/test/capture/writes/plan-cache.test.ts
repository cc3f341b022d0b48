import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { counts } from '../../support/records.js';

const { client } = useAudited();

// The plan of a capture function is kept for the session: one made for a single row must serve 50,000 too. With a
// nested loop the second statement would take hours, so that the time limit of a test is proof enough.
test.for(['auto', 'force_generic_plan', 'force_custom_plan'])(
  'a plan made for one row serves 50,000, plan_cache_mode %s',
  async (mode) => {
    const table = `grown_${mode}`;
    await client().query(`
      create table ${table} (id int primary key, qty int);
      select audit.track('${table}');
      set plan_cache_mode = ${mode};
      insert into ${table} select n, n from generate_series(1, 50000) as n`);
    for (let n = 1; n <= 7; n++) {
      await client().query(`update ${table} set qty = -1 where id = ${n}`);
    }
    await client().query(`update ${table} set qty = qty + 1`);
    await client().query(`delete from ${table}`);
    expect(await counts(client(), table)).toEqual({ I: 50_000, U: 50_007, D: 50_000 });
  },
);

test('the same where an update moves rows between partitions and a trigger refuses one', async () => {
  await client().query(`
    reset plan_cache_mode;
    create table area (id int primary key, region int) partition by list (id);
    create table area_one partition of area for values in (1);
    create table area_two partition of area for values in (2);
    create table area_rest partition of area default;
    select audit.track('area');
    create function refuse() returns trigger language plpgsql as 'begin return null; end';
    create trigger refuse before insert on area_two for each row execute function refuse();
    insert into area select n, n from generate_series(3, 30000) as n;
    insert into area values (1, 1);
    update area set id = 2 where id = 1;
    insert into area values (1, 1);
    update area set region = -region, id = case id when 1 then 2 else id end`);
  expect(await counts(client(), 'area')).toEqual({ I: 30_000, U: 29_998, D: 2 });
});
