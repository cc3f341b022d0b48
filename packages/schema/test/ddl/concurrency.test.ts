import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { changes, counts } from '../support/records.js';

describeModes(
  'schema changes of several sessions',
  ({ client, database }) => {
    test('on two partitions of one root do not wait for each other’s commit', async () => {
      await client().query(`
        create table root (id int, region int, primary key (id, region)) partition by list (region);
        create table root_1 partition of root for values in (1);
        create table root_2 partition of root for values in (2);
        select audit.track('root')`);
      const [one, two] = await Promise.all([database().connect(), database().connect()]);
      for (const session of [one, two]) await session.query(`begin; set local lock_timeout = '5s'`);
      await one.query('alter table root_1 add constraint c1 check (id > 0), set (fillfactor = 90)');
      await two.query('alter table root_2 add constraint c2 check (id > 0), set (fillfactor = 90)');
      // Each now takes what the other has not: with a lock on the root this would be a deadlock.
      await one.query('insert into root_1 values (1, 1)');
      await two.query('insert into root_2 values (2, 2)');
      await one.query('commit');
      await two.query('commit');
      expect(await counts(client(), 'root')).toEqual({ I: 2 });
      expect(await problems(client(), 'root')).toEqual([]);
    });

    test('that make many partitions of one root at once', async () => {
      await client().query(`
        create table spread (id int, region int, primary key (id, region)) partition by list (region);
        select audit.track('spread')`);
      const sessions = await Promise.all(Array.from({ length: 6 }, () => database().connect()));
      await Promise.all(
        sessions.map(async (session, index) => {
          for (let n = 0; n < 3; n++) {
            const region = index * 3 + n;
            await session.query(
              `create table spread_${region} partition of spread for values in (${region})`,
            );
            await session.query(`insert into spread_${region} values (1, ${region})`);
          }
        }),
      );
      expect(await counts(client(), 'spread')).toEqual({ I: 18 });
      expect(await problems(client(), 'spread')).toEqual([]);
    });

    test('on different tables, of which some have masked columns, while others write', async () => {
      await client().query(
        Array.from(
          { length: 6 },
          (_, n) => `
          create table busy_${n} (id int primary key, secret text);
          select audit.track('busy_${n}'${n % 2 === 0 ? `, masked => '{secret}'` : ''});`,
        ).join(''),
      );
      const sessions = await Promise.all(Array.from({ length: 6 }, () => database().connect()));
      await Promise.all(
        sessions.map(async (session, index) => {
          for (let n = 0; n < 5; n++) {
            await session.query(`alter table busy_${index} add c${n} int`);
            await session.query(
              `insert into busy_${index} (id, secret, c${n}) values (${n}, 'hidden', ${n})`,
            );
          }
        }),
      );
      for (let index = 0; index < 6; index++) {
        expect(await counts(client(), `busy_${index}`)).toEqual({ I: 5 });
        expect(await problems(client(), `busy_${index}`)).toEqual([]);
      }
    });

    test('writers see a change at once when it is committed, and none of their writes is lost or fails', async () => {
      await client().query(
        `create table hot (id serial primary key, a int); select audit.track('hot')`,
      );
      let stop = false;
      const writer = async () => {
        const session = await database().connect();
        let written = 0;
        while (!stop) {
          await session.query('insert into hot default values');
          await session.query('update hot set id = id where id = (select max(id) from hot)');
          written += 1;
        }
        return written;
      };
      const writers = [writer(), writer(), writer()];
      for (let n = 0; n < 10; n++) {
        await client().query(`alter table hot add c${n} int default ${n}`);
        if (n % 3 === 2) await client().query(`alter table hot drop c${n}`);
        if (n % 3 === 1) await client().query(`alter table hot rename c${n} to d${n}`);
      }
      stop = true;
      const written = (await Promise.all(writers)).reduce((sum, n) => sum + n, 0);
      expect(await counts(client(), 'hot')).toEqual({ I: written });
      expect(await problems(client(), 'hot')).toEqual([]);
      expect((await changes(client(), 'hot')).at(-1)).toMatch(/^I \d+ \{"a": null, "c0": 0/);
    });
  },
  ['statement'],
);
