import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { changes, value } from '../support/records.js';

const made = (name: string) => `
  create table ${name} (id int, region int, qty int, primary key (id, region)) partition by list (region);
  create table ${name}_1 partition of ${name} for values in (1);
  select audit.track('${name}')`;

describeModes('a partition that comes later', ({ client, mode }) => {
  test('by CREATE TABLE … PARTITION OF is recorded at once, through the root and directly, under the root’s name', async () => {
    await client().query(`${made('sale')};
      create table sale_2 partition of sale for values in (2);
      insert into sale values (1, 2, 0);
      insert into sale_2 values (2, 2, 0), (3, 2, 0);
      update sale_2 set qty = 1 where id = 2;
      delete from sale_2 where id = 3;
      update sale set region = 1 where id = 1`);
    expect(await changes(client(), 'sale')).toEqual([
      'I 1∆2 {"id": 1, "qty": 0, "region": 2}',
      'I 2∆2 {"id": 2, "qty": 0, "region": 2}',
      'I 3∆2 {"id": 3, "qty": 0, "region": 2}',
      'U 2∆2 qty: 0 -> 1',
      'D 3∆2 {"id": 3, "qty": 0, "region": 2}',
      'U 1∆1 region: 2 -> 1',
    ]);
    expect(await changes(client(), 'sale_2')).toEqual([]);
    expect(
      await value(
        client(),
        `select count(*)::int from audit.data_op_log where relid = 'sale'::regclass`,
      ),
    ).toBe(6);
  });

  test('by ATTACH, with its columns in another order and one dropped', async () => {
    await client().query(`${made('other')};
      create table other_2 (gone int, qty int, region int not null, id int not null);
      insert into other_2 values (0, 0, 2, 1);
      alter table other_2 drop gone;
      alter table other attach partition other_2 for values in (2);
      insert into other_2 values (5, 2, 2);
      update other_2 set qty = qty + 1;
      update other set qty = 9 where id = 1`);
    expect((await changes(client(), 'other')).sort()).toEqual([
      'I 2∆2 {"id": 2, "qty": 5, "region": 2}',
      'U 1∆2 qty: 0 -> 1',
      'U 1∆2 qty: 1 -> 9',
      'U 2∆2 qty: 5 -> 6',
    ]);
  });

  test('partitioned itself: attached with its partitions, and given one more', async () => {
    await client().query(`${made('deep')};
      create table deep_2 (id int, region int, qty int, primary key (id, region)) partition by range (id);
      create table deep_2_low partition of deep_2 for values from (0) to (10);
      alter table deep attach partition deep_2 for values in (2);
      create table deep_2_high partition of deep_2 for values from (10) to (20);
      insert into deep_2_low values (1, 2, 0);
      insert into deep_2_high values (11, 2, 0);
      insert into deep_2 values (2, 2, 0);
      insert into deep values (3, 2, 0);
      update deep_2 set id = 12 where id = 2`);
    const lines = await changes(client(), 'deep');
    expect(lines.slice(0, 4)).toEqual(
      [1, 11, 2, 3].map((id) => `I ${id}∆2 {"id": ${id}, "qty": 0, "region": 2}`),
    );
    // Row triggers see an update through a middle level that moves a row as a delete and an insert.
    const moved = [
      'D 2∆2 {"id": 2, "qty": 0, "region": 2}',
      'I 12∆2 {"id": 12, "qty": 0, "region": 2}',
    ];
    expect(lines.slice(4)).toEqual(mode === 'statement' ? ['U 12∆2 id: 2 -> 12'] : moved);
  });

  test('in the transaction that fills it, and rolled back with it', async () => {
    await client().query(made('monthly'));
    await client().query(`
      begin;
      create table monthly_2 partition of monthly for values in (2);
      insert into monthly_2 values (1, 2, 0);
      rollback;
      create table monthly_2 partition of monthly for values in (2);
      insert into monthly_2 values (2, 2, 0)`);
    expect(await changes(client(), 'monthly')).toEqual(['I 2∆2 {"id": 2, "qty": 0, "region": 2}']);
  });

  test('the first one, and the last one dropped', async () => {
    await client().query(`
      create table bare (id int primary key) partition by list (id);
      select audit.track('bare');
      create table bare_1 partition of bare for values in (1);
      insert into bare_1 values (1);
      drop table bare_1`);
    await client().query(
      'create table bare_2 partition of bare for values in (2); insert into bare values (2)',
    );
    expect(await changes(client(), 'bare')).toEqual(['I 1 {"id": 1}', 'I 2 {"id": 2}']);
  });
});

describeModes(
  'event triggers keep partitions in step',
  ({ client }) => {
    test('attached, created, dropped: audit.tracked is clean after each, and TRUNCATE is recorded too', async () => {
      await client().query(made('step'));
      for (const command of [
        'create table step_2 partition of step for values in (2)',
        'create table step_3 (like step including all)',
        'alter table step attach partition step_3 for values in (3)',
        'alter table step rename to stage',
        'alter table step_3 rename to step_three',
        'drop table step_2',
        'drop table step_1',
        'drop table step_three',
        'create schema parts create table step_4 partition of public.stage for values in (4)',
      ]) {
        await client().query(command);
        const [table] = (await client().query(`select table_name from audit.tracked`)).rows;
        expect(await problems(client(), table.table_name), command).toEqual([]);
      }
      await client().query('insert into parts.step_4 values (1, 4, 0); truncate parts.step_4');
      expect(await changes(client(), 'stage')).toEqual([
        'I 1∆4 {"id": 1, "qty": 0, "region": 4}',
        'T',
      ]);
    });

    test('a detached one is no longer recorded, and a notice says so', async () => {
      await client().query(`${made('split')};
        create table split_2 partition of split for values in (2)`);
      const notices: string[] = [];
      client().on('notice', ({ message }) => notices.push(message ?? ''));
      await client().query('alter table split detach partition split_1');
      await client().query('alter table split detach partition split_2 concurrently');
      client().removeAllListeners('notice');
      expect(notices).toEqual(
        [1, 2].map(
          (n) =>
            `public.split_${n} is no part of public.split any more: changes to it are not recorded until it is tracked on its own`,
        ),
      );
      await client().query(
        'insert into split_1 values (1, 1, 0); insert into split_2 values (2, 2, 0); truncate split_1',
      );
      expect(await changes(client(), 'split')).toEqual([]);
      expect(
        await value(
          client(),
          `select count(*)::int from pg_trigger where tgrelid in ('split_1'::regclass, 'split_2'::regclass)`,
        ),
      ).toBe(0);
      expect(await problems(client(), 'split')).toEqual([]);
      await client().query(`select audit.track('split_1'); insert into split_1 values (3, 1, 0)`);
      expect(await changes(client(), 'split_1')).toEqual([
        'I 3∆1 {"id": 3, "qty": 0, "region": 1}',
      ]);
    });

    test('a foreign partition is refused, with UA013, and nothing has changed', async () => {
      await client().query(`
        create table near (id int, region int) partition by list (region);
        create table near_1 partition of near for values in (1);
        select audit.track('near', key => '{id}');
        create foreign data wrapper nowhere; create server far foreign data wrapper nowhere;
        create table parent (id int primary key); select audit.track('parent');
        create foreign table alone (id int not null) server far`);
      for (const command of [
        'create foreign table near_2 partition of near for values in (2) server far',
        'create foreign table child () inherits (parent) server far',
        'alter foreign table alone inherit parent',
        'alter table alone inherit parent',
      ]) {
        await expect(client().query(command), command).rejects.toMatchObject({ code: 'UA013' });
      }
      await client().query('insert into near values (1, 1)');
      expect(await changes(client(), 'near')).toHaveLength(1);
      expect(await problems(client(), 'parent')).toEqual([]);
    });

    test('one that is tracked on its own keeps its name when it is attached', async () => {
      await client().query(`${made('host')};
        create table guest (id int, region int, qty int, primary key (id, region)) partition by range (id);
        create table guest_low partition of guest for values from (0) to (10);
        select audit.track('guest');
        alter table host attach partition guest for values in (2);
        insert into guest_low values (1, 2, 0);
        insert into guest values (2, 2, 0);
        insert into host values (3, 2, 0)`);
      expect(await changes(client(), 'guest')).toEqual([
        'I 1∆2 {"id": 1, "qty": 0, "region": 2}',
        'I 2∆2 {"id": 2, "qty": 0, "region": 2}',
      ]);
      expect(await changes(client(), 'host')).toEqual(['I 3∆2 {"id": 3, "qty": 0, "region": 2}']);
      expect(await problems(client(), 'host')).toEqual([]);
      expect(await problems(client(), 'guest')).toEqual([]);
    });
  },
  ['statement'],
);
