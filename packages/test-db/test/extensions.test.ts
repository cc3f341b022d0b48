import { expect, test } from 'vitest';
import { createDatabase, describeWith, hasExtension } from '../src/index.js';

test('knows what the server has', () => {
  expect(hasExtension('plpgsql')).toBe(true);
  expect(hasExtension('no_such_extension')).toBe(false);
});

describeWith('plv8', 'where plv8 is said to be there', () => {
  test('it can be created', async () => {
    const database = await createDatabase();
    const client = await database.connect();
    await client.query('create extension plv8');
    await database.drop();
  });
});

describeWith('pg_cron', 'where pg_cron is said to be there', () => {
  test('it has been loaded', async () => {
    const database = await createDatabase();
    const { rows } = await (await database.connect()).query('show cron.database_name');
    expect(rows).toHaveLength(1);
    await database.drop();
  });
});
