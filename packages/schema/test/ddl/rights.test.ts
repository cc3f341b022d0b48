import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { changes } from '../support/records.js';

describeModes(
  'an application role that owns the table and has no right in the schema audit',
  ({ client, database }) => {
    test('changes the table, makes partitions and drops it; each write is recorded', async () => {
      const role = await database().createRole({ label: 'owner' });
      await client().query(`grant all on schema public to ${role.name}`);
      const app = await database().connect(role.url);
      await app.query(`
        create table sale (id int, region int, secret text, primary key (id, region)) partition by list (region);
        create table sale_1 partition of sale for values in (1)`);
      await client().query(`select audit.track('sale', masked => '{secret}')`);
      await expect(app.query('select from audit.data_op_log')).rejects.toThrow('permission denied');

      await app.query(`
        set search_path = pg_temp, public;
        insert into sale values (1, 1, 'hidden');
        alter table sale add note text;
        alter table sale rename secret to pass;
        create table public.sale_2 partition of sale for values in (2);
        insert into sale_2 values (2, 2, 'hidden', 'n');
        alter table sale rename to deal;
        alter table deal detach partition sale_1;
        insert into deal values (3, 2, 'hidden', 'm')`);
      expect(await changes(client(), 'sale')).toEqual([
        'I 1∆1 {"id": 1, "region": 1, "secret": "***"}',
        'I 2∆2 {"id": 2, "note": "n", "pass": "***", "region": 2}',
      ]);
      expect(await changes(client(), 'deal')).toEqual([
        'I 3∆2 {"id": 3, "note": "m", "pass": "***", "region": 2}',
      ]);
      expect(await problems(client(), 'deal')).toEqual([]);

      await app.query('drop table deal, sale_1');
      expect((await client().query('select from audit.tracked')).rowCount).toBe(0);
      await app.end();
    });

    test('cannot put code of its own before ours by names in its search path', async () => {
      const role = await database().createRole({ label: 'sly' });
      await client().query(
        `grant all on schema public to ${role.name}; grant temp on database ${database().name} to ${role.name}`,
      );
      const app = await database().connect(role.url);
      await app.query(`create table mine (id int primary key)`);
      await client().query(`select audit.track('mine')`);
      await app.query(`
        create temp table caught (who text);
        create function pg_temp.evil() returns int language plpgsql as $$ begin insert into caught values (current_user); return 1; end $$;
        create temp view pg_trigger as select pg_temp.evil() as tgrelid;
        create temp view pg_class as select pg_temp.evil() as oid;
        create temp view tracked_table as select pg_temp.evil() as id;
        set search_path = pg_temp, pg_catalog, public;
        alter table public.mine add x int;
        alter table public.mine rename x to y;
        insert into public.mine values (1, 1)`);
      expect((await app.query('select who from caught')).rows).toEqual([]);
      expect(await changes(client(), 'mine')).toEqual(['I 1 {"y": 1, "id": 1}']);
      await app.end();
    });
  },
  ['statement'],
);
