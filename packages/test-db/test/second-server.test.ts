import { expect, test } from 'vitest';
import { findBinary, startSecondServer, testServer } from '../src/index.js';

test('a second server is of the same version, takes settings, and is gone when it is stopped', async () => {
  const second = await startSecondServer({ settings: ['wal_level = logical'] });
  const client = await second.connect();
  const { rows } = await client.query(
    `select current_setting('server_version') as version, current_setting('wal_level') as level`,
  );
  expect(rows[0].level).toBe('logical');
  expect(Number.parseInt(rows[0].version, 10)).toBe(testServer().majorVersion);
  await second.stop();
  await expect(second.connect()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a program beside the server is found, and one that is not there is not', () => {
  expect(findBinary('postgres')).toMatch(/postgres$/);
  expect(findBinary('no_such_program')).toBeUndefined();
});
