import { expect, test } from 'vitest';
import { useAudited } from '../support/audited.js';

const { database, client } = useAudited();

test('a schema audit_log of somebody else is left alone', async () => {
  const role = await database().createRole({ label: 'other' });
  await client().query(
    `create schema audit_log authorization ${role.name}; create table plain (id int primary key)`,
  );
  await expect(
    client().query(`select audit.track('plain', row_log => true)`),
  ).rejects.toMatchObject({
    code: 'UA041',
    message: `the schema audit_log belongs to ${role.name}, not to the owner of the schema audit`,
  });
});
