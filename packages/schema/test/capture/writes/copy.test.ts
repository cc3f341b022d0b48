import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from } from 'pg-copy-streams';
import { expect, test } from 'vitest';
import { useAudited } from '../../support/audited.js';
import { changes, counts } from '../../support/records.js';

const { client } = useAudited();

async function copy(into: string, data: string): Promise<void> {
  await pipeline(Readable.from([data]), client().query(from(`copy ${into} from stdin`)));
}

test('COPY FROM is one insert record a row', async () => {
  await client().query(`
    create table copied (id int primary key, name text);
    select audit.track('copied')`);
  await copy('copied', '1\ta\\tb\n2\t\\N\n');
  expect(await changes(client(), 'copied')).toEqual([
    'I 1 {"id": 1, "name": "a\\tb"}',
    'I 2 {"id": 2, "name": null}',
  ]);
});

test('COPY of many rows into a partitioned table misses none', async () => {
  await client().query(`
    create table spread (id int primary key, name text) partition by hash (id);
    create table spread_0 partition of spread for values with (modulus 2, remainder 0);
    create table spread_1 partition of spread for values with (modulus 2, remainder 1);
    select audit.track('spread')`);
  await copy('spread', Array.from({ length: 5000 }, (_, n) => `${n}\tname ${n}\n`).join(''));
  await copy('spread_0 (name, id)', '');
  expect(await counts(client(), 'spread')).toEqual({ I: 5000 });
});

test('a COPY that fails leaves nothing', async () => {
  await client().query(`
    create table refused (id int primary key);
    select audit.track('refused')`);
  await expect(copy('refused', '1\n2\n1\n')).rejects.toMatchObject({ code: '23505' });
  expect(await changes(client(), 'refused')).toEqual([]);
});

test('the rows of a COPY are not in client_query', async () => {
  await client().query(`
    create table silent (id int primary key, name text);
    select audit.track('silent')`);
  await copy('silent', '1\tonly in the data\n');
  const { rows } = await client().query(
    `select client_query from audit.data_op_log where table_name = 'silent'`,
  );
  expect(rows).toEqual([{ client_query: 'copy silent from stdin' }]);
});
