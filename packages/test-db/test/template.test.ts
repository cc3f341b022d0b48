import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { expect, test } from 'vitest';
import { createDatabase } from '../src/index.js';

const unique = () => `template test ${randomBytes(4).toString('hex')}`;

test('many at once share one template, which is made once', async () => {
  let times = 0;
  const prepare = {
    name: unique(),
    async run(client: pg.Client) {
      times++;
      await client.query('create table prepared as select 7 as value');
    },
  };

  const databases = await Promise.all(Array.from({ length: 5 }, () => createDatabase({ prepare })));

  expect(times).toBe(1);
  for (const database of databases) {
    const { rows } = await (await database.connect()).query('select value from prepared');
    expect(rows).toEqual([{ value: 7 }]);
  }
  await Promise.all(databases.map((database) => database.drop()));
});

test('clones do not see each other', async () => {
  const prepare = {
    name: unique(),
    run: async (client: pg.Client) => void (await client.query('create table shared (id int)')),
  };
  const one = await createDatabase({ prepare });
  await (await one.connect()).query('insert into shared values (1)');
  const other = await createDatabase({ prepare });
  const { rows } = await (await other.connect()).query('select count(*)::int from shared');
  expect(rows).toEqual([{ count: 0 }]);
  await Promise.all([one.drop(), other.drop()]);
});

test('a template left half made is made again', async () => {
  let attempts = 0;
  const prepare = {
    name: unique(),
    async run(client: pg.Client) {
      await client.query('create table first_half (id int)');
      if (++attempts === 1) throw new Error('the power went out');
      await client.query('create table second_half (id int)');
    },
  };

  await expect(createDatabase({ prepare })).rejects.toThrow('the power went out');
  const database = await createDatabase({ prepare });
  await (await database.connect()).query('select from first_half, second_half');
  await database.drop();
});
