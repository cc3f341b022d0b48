import { text } from 'node:stream/consumers';
import { to as copyTo } from 'pg-copy-streams';
import { expect, test } from 'vitest';
import { useAudited } from '../support/audited.js';
import { Random } from '../support/random.js';

const { client } = useAudited();
const seed = Number(process.env.AUDIT_TEST_SEED ?? Date.now() % 1_000_000);

const pieces = [
  ...['', ' ', ',', '"', '""', '\n', '\r', '\r\n', '\t', '\\', '\\.', "'", ';', '=', '-', '∆'],
  ...['a', 'Анна', '😀', '\u2028', '\ufeff', 'null', '\\N', 'x -> y'],
];

function field(random: Random): string | null {
  if (random.int(8) === 0) return null;
  return Array.from({ length: random.int(5) }, () => random.pick(pieces)).join('');
}

test(`audit._csv_line writes what COPY writes (seed ${seed})`, async () => {
  const random = new Random(seed);
  const rows = Array.from({ length: 2000 }, () => Array.from({ length: 6 }, () => field(random)));
  await client().query(
    'create temporary table sample (n int, a text, b text, c text, d text, e text, f text)',
  );
  await client().query(
    `insert into sample
     select j.n, j.v ->> 0, j.v ->> 1, j.v ->> 2, j.v ->> 3, j.v ->> 4, j.v ->> 5
     from jsonb_array_elements($1::jsonb) with ordinality as j (v, n)`,
    [JSON.stringify(rows)],
  );
  const stream = client().query(
    copyTo('copy (select a, b, c, d, e, f from sample order by n) to stdout with (format csv)'),
  );
  const copied = await text(stream);
  const { rows: lines } = await client().query<{ line: string }>(
    'select audit._csv_line(array[a, b, c, d, e, f]) as line from sample order by n',
  );
  expect(lines.map(({ line }) => `${line}\n`).join('')).toBe(copied);
});
