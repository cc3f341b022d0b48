import { expect, test } from 'vitest';
import { chooseTarget } from './target.js';

test('the flag comes before DATABASE_URL, and that before the PG* variables', () => {
  const env = { DATABASE_URL: 'postgres://env/db', PGHOST: 'pg' };
  expect(chooseTarget('postgres://flag/db', env)).toEqual({
    kind: 'postgres',
    url: 'postgres://flag/db',
  });
  expect(chooseTarget(undefined, env)).toEqual({ kind: 'postgres', url: 'postgres://env/db' });
  expect(chooseTarget(undefined, { PGHOST: 'pg' })).toEqual({ kind: 'postgres', url: undefined });
  expect(chooseTarget(undefined, { DATABASE_URL: '' })).toEqual({
    kind: 'postgres',
    url: undefined,
  });
});

test('pglite: names a directory', () => {
  expect(chooseTarget('pglite:./kept', {})).toEqual({ kind: 'pglite', directory: './kept' });
});

test.each([
  'postgres:///db',
  'postgresql://app:pw@[::1]:5432/db',
  'postgres://app@/db?host=/var/run/postgresql',
  'postgres://h/db?user=app@tenant&password=x',
])('takes %s', (url) => {
  expect(chooseTarget(url, {})).toEqual({ kind: 'postgres', url });
});

test.each([
  'pglite:',
  'localhost/db',
  'mysql://h/db',
  'host=h password=s3cret',
  'postgres://app:s3/cret@h/db',
  'postgres://app:12/s3cret@h/db',
  'postgres://app:12#s3cret@h/db',
  'postgres://app:12?s3cret@h/db',
])('refuses %s, and does not repeat it', (url) => {
  expect(() => chooseTarget(url, {})).toThrow(/^the database URL cannot be read$/);
});
