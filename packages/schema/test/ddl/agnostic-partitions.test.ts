import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { changes, counts } from '../support/records.js';

const made = (name: string) => `
  create table ${name} (id int, region int, primary key (id, region)) partition by list (region);
  create table ${name}_1 partition of ${name} for values in (1);
  create table ${name}_2 partition of ${name} for values in (2);
  select audit.track('${name}')`;

/** The same with partitions that came after the last call of track: row triggers alone watch those. */
const madeLate = (name: string) => `
  create table ${name} (id int, region int, primary key (id, region)) partition by list (region);
  select audit.track('${name}');
  create table ${name}_1 partition of ${name} for values in (1);
  create table ${name}_2 partition of ${name} for values in (2)`;

const both = [
  { when: 'before track', suffix: 'early', make: made },
  { when: 'after track', suffix: 'late', make: madeLate },
];

// Row triggers on the partitions record what is written straight into them, and stand aside while a statement on the
// root runs, which the root's own triggers record. Each row must be recorded once, however statements nest.
describeModes(
  'without event triggers, on a partitioned table',
  ({ client, database }) => {
    test.for(both)(
      'a statement on the root is recorded once, whatever it does; partitions made $when',
      async ({ make, suffix }) => {
        const t = `plain_${suffix}`;
        await client().query(`${make(t)};
        insert into ${t} values (1, 1), (2, 2);
        insert into ${t} values (1, 1), (3, 1) on conflict do nothing;
        insert into ${t} values (1, 1) on conflict (id, region) do update set id = 4;
        update ${t} set region = 3 - region where id = 4;
        delete from ${t} where id = 3`);
        expect(await changes(client(), t)).toEqual([
          'I 1∆1 {"id": 1, "region": 1}',
          'I 2∆2 {"id": 2, "region": 2}',
          'I 3∆1 {"id": 3, "region": 1}',
          'U 4∆1 id: 1 -> 4',
          'U 4∆2 region: 1 -> 2',
          'D 3∆1 {"id": 3, "region": 1}',
        ]);
      },
    );

    test('writable CTEs on the root and on partitions in one statement', async () => {
      await client().query(`${made('cte')};
        insert into cte values (1, 1), (2, 2);
        with a as (insert into cte values (3, 1) returning *),
             b as (update cte set id = 20 where id = 2 returning *),
             c as (insert into cte_2 values (4, 2) returning *)
        delete from cte where id = 1`);
      expect(await counts(client(), 'cte')).toEqual({ I: 4, U: 1, D: 1 });
    });

    test('the same where the partitions came after the last track: only a direct write beside one through the root is lost', async () => {
      await client().query(`
        create table fresh (id int, region int, primary key (id, region)) partition by list (region);
        select audit.track('fresh');
        create table fresh_1 partition of fresh for values in (1);
        create table fresh_2 partition of fresh for values in (2);
        insert into fresh values (1, 1), (2, 2);
        insert into fresh_1 values (3, 1);
        update fresh set region = 3 - region where id = 1;
        with a as (insert into fresh values (4, 1)), b as (insert into fresh_2 values (5, 2))
        update fresh set id = 20 where id = 2`);
      expect(
        (await changes(client(), 'fresh')).map((line) => line.split(' ', 2).join(' ')).sort(),
      ).toEqual(['I 1∆1', 'I 2∆2', 'I 3∆1', 'U 1∆2', 'I 4∆1', 'U 20∆2'].sort());
    });

    test.for(both)(
      'a trigger of the application that writes into the root or a partition meanwhile; partitions made $when',
      async ({ make, suffix }) => {
        const t = `nested_${suffix}`;
        await client().query(`${make(t)};
        create or replace function also() returns trigger language plpgsql as $$
        begin
          if new.id < 100 then
            insert into ${t} values (new.id + 100, 2);
            insert into ${t}_2 values (new.id + 200, 2);
          end if;
          return new;
        end $$;
        create trigger also before insert on ${t}_1 for each row execute function also();`);
        await client().query(`insert into ${t} values (1, 1), (2, 1)`);
        await client().query(`insert into ${t}_1 values (3, 1)`);
        expect((await changes(client(), t)).map((line) => line.split(' ')[1]).sort()).toEqual(
          [1, 2, 3].flatMap((id) => [`${id}∆1`, `${id + 100}∆2`, `${id + 200}∆2`]).sort(),
        );
      },
    );

    test.for(both)(
      'a function in a statement on the root that writes into the root and a partition; partitions made $when',
      async ({ make, suffix }) => {
        const t = `called_${suffix}`;
        await client().query(`${make(t)};
        create or replace function writes() returns int language plpgsql as $$
        begin
          insert into ${t}_1 values (10, 1);
          insert into ${t} values (11, 2);
          return 1;
        end $$;
        create or replace function writes_sql() returns int language sql as $$
          insert into ${t}_1 values (20, 1); insert into ${t} values (21, 2); select 2 $$;
        insert into ${t} select writes(), 1;
        insert into ${t} select writes_sql(), 1;
        insert into ${t}_2 values (3, 2)`);
        expect((await changes(client(), t)).map((line) => line.split(' ')[1]).sort()).toEqual(
          ['10∆1', '11∆2', '1∆1', '20∆1', '21∆2', '2∆1', '3∆2'].sort(),
        );
      },
    );

    test.for(both)(
      'a failed statement on the root, caught in a function, leaves nothing that hides a later write; partitions made $when',
      async ({ make, suffix }) => {
        const t = `caught_${suffix}`;
        await client().query(`${make(t)};
        create or replace function tries() returns void language plpgsql as $$
        begin
          begin
            insert into ${t} values (1, 1), (1, 1);
          exception when unique_violation then null;
          end;
          insert into ${t}_1 values (2, 1);
        end $$;
        select tries()`);
        expect(await changes(client(), t)).toEqual(['I 2∆1 {"id": 2, "region": 1}']);
      },
    );

    test.for(both)(
      'foreign-key cascades, and a direct write after them; partitions made $when',
      async ({ make, suffix }) => {
        const t = `owned_${suffix}`;
        await client().query(`${make(t)};
        create table owner_of_${t} (id int primary key);
        alter table ${t} add owner int references owner_of_${t} on delete cascade on update cascade;
        insert into owner_of_${t} values (1), (2);
        insert into ${t} values (1, 1, 1), (2, 2, 1), (3, 1, 2)`);
        await client().query(`
        begin;
        update owner_of_${t} set id = id * 10;
        insert into ${t}_1 values (4, 1, 10);
        delete from owner_of_${t} where id = 20;
        delete from ${t}_2;
        commit`);
        expect((await changes(client(), t)).slice(3).sort()).toEqual([
          'D 2∆2 {"id": 2, "owner": 10, "region": 2}',
          'D 3∆1 {"id": 3, "owner": 20, "region": 1}',
          'I 4∆1 {"id": 4, "owner": 10, "region": 1}',
          'U 1∆1 owner: 1 -> 10',
          'U 2∆2 owner: 1 -> 10',
          'U 3∆1 owner: 2 -> 20',
        ]);
      },
    );

    test('no setting of the caller hides a direct write', async () => {
      const role = await database().createRole({ label: 'writer' });
      await client().query(
        `${made('open')}; grant all on open, open_1 to ${role.name}; grant usage on schema public to ${role.name}`,
      );
      const writer = await database().connect(role.url);
      await writer.query(
        `set audit.root_1 = '0'; set audit.root_statement = '1'; insert into open_1 values (1, 1)`,
      );
      await expect(
        writer.query('insert into audit.root_statement values (1, 1, 1, 1)'),
      ).rejects.toThrow('permission denied');
      expect(await counts(client(), 'open')).toEqual({ I: 1 });
    });

    test('one tracked on its own and attached later is recorded under its own name only', async () => {
      await client().query(`${made('host')};
        create table guest (id int, region int, primary key (id, region)) partition by range (id);
        create table guest_low partition of guest for values from (0) to (10);
        select audit.track('guest');
        alter table host attach partition guest for values in (3);
        insert into guest_low values (1, 3);
        insert into guest values (2, 3);
        insert into host values (3, 3)`);
      expect(await changes(client(), 'guest')).toEqual([
        'I 1∆3 {"id": 1, "region": 3}',
        'I 2∆3 {"id": 2, "region": 3}',
      ]);
      expect(await changes(client(), 'host')).toEqual(['I 3∆3 {"id": 3, "region": 3}']);
    });

    test('status says which partition lacks its triggers, and track makes them: until then, TRUNCATE of it is not recorded', async () => {
      await client().query(
        `${made('later')}; create table later_3 partition of later for values in (3)`,
      );
      expect(await problems(client(), 'later')).toEqual([
        ...['insert', 'update', 'delete', 'truncate', 'before_truncate'].map(
          (name) =>
            `trigger audit_${name} is missing or disabled on public.later_3; call audit.track again`,
        ),
      ]);
      await client().query(`select audit.track('later'); truncate later_3`);
      expect(await problems(client(), 'later')).toEqual([]);
      expect(await changes(client(), 'later')).toEqual(['T']);
    });

    test('a detached partition is recorded until track is called again: status says so', async () => {
      await client().query(`${made('split')};
        alter table split detach partition split_1;
        insert into split_1 values (1, 1)`);
      expect(await counts(client(), 'split')).toEqual({ I: 1 });
      expect(await problems(client(), 'split')).toEqual([
        'public.split_1 is no part of it any more, but is recorded under its name; call audit.track again',
      ]);
      await client().query(`select audit.track('split'); truncate split_1`);
      expect(await problems(client(), 'split')).toEqual([]);
      expect(await counts(client(), 'split')).toEqual({ I: 1 });
    });

    test('the notes of statements under way are gone afterwards', async () => {
      expect((await client().query('select from audit.root_statement')).rowCount).toBe(0);
    });
  },
  ['agnostic', 'unprivileged'],
);
