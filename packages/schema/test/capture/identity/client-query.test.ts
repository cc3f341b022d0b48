import { beforeAll, expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { texts } from '../../support/records.js';

const { client } = useAudited();

beforeAll(async () => {
  await client().query(
    `create table noted (id int primary key, v text); select audit.track('noted')`,
  );
});

async function queries(last: number): Promise<string[]> {
  return (await texts(client(), 'noted', 'client_query')).slice(-last);
}

test('a short query stands on every record', async () => {
  const query = `insert into noted values (1, 'ü'), (2, 'b')`;
  await client().query(query);
  expect(await queries(2)).toEqual([query, query]);
});

test('a query with parameters stands as it was sent', async () => {
  const query = `insert into noted values ($1, $2)`;
  await client().query(query, [3, 'not in the query']);
  expect(await queries(1)).toEqual([query]);
});

test('one of exactly 1 kB is short, one byte more is long', async () => {
  const query = (length: number, id: number) => {
    const text = `insert into noted values (${id}, 'x'), (${id + 1}, 'y') --`;
    return text.padEnd(length, '-');
  };
  await client().query(query(1024, 10));
  expect(await queries(2)).toEqual([query(1024, 10), query(1024, 10)]);
  await client().query(query(1025, 20));
  expect(await queries(2)).toEqual([query(1025, 20), query(1024, 20)]);
});

test.for([
  ['one byte', 'x'],
  ['two bytes', 'ü'],
  ['three bytes', '€'],
  ['four bytes', '😀'],
] as const)('a long query of characters of %s is cut between characters', async ([, character]) => {
  await client().query(`delete from noted`);
  for (const shift of ['', ' ', '  ', '   ']) {
    const query = `insert into noted select n, '${shift}${character.repeat(3000)}' from generate_series(100, 104) as n on conflict do nothing`;
    await client().query('delete from noted');
    await client().query(query);
    const [first, ...rest] = await queries(5);
    expect(first).toBe(query);
    for (const cut of rest) {
      expect(query.startsWith(cut)).toBe(true);
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(1024);
      expect(Buffer.byteLength(cut)).toBeGreaterThan(1024 - 4);
    }
  }
});

test('each long statement has its whole query once, for every action and in one transaction', async () => {
  await client().query('delete from noted');
  const long = `/* ${'word '.repeat(400)} */`;
  const statements = [
    `insert into noted select n, 'a' from generate_series(1, 3) as n ${long}`,
    `update noted set v = v || 'b' ${long}`,
    `update noted set v = 'c' where id = 1 ${long}`,
    `delete from noted ${long}`,
  ];
  await client().query('begin');
  for (const statement of statements) await client().query(statement);
  await client().query('commit');
  const all = await queries(10);
  expect(all.filter((query) => query.length > 1024)).toEqual(statements);
  expect([0, 3, 6, 7].map((n) => all[n])).toEqual(statements);
});

test('the first record is the one with the lowest id, also where an update skips rows', async () => {
  await client().query('delete from noted');
  await client().query(
    `insert into noted select n, case when n < 5 then 'same' else 'x' end from generate_series(1, 9) as n`,
  );
  const query = `update noted set v = 'same' /* ${'word '.repeat(400)} */`;
  await client().query(query);
  const all = await queries(5);
  expect(all[0]).toBe(query);
  expect(all.slice(1).every((text) => text.length <= 1024)).toBe(true);
});
