import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { onMaintenance } from './maintenance.js';

export interface RoleOptions {
  /** Stands in the role's name, for messages that can be understood. */
  label?: string;
  /** Attributes for CREATE ROLE, such as `superuser` or `createrole in role pg_monitor`. */
  attributes?: string;
}

export interface TestRole {
  name: string;
  password: string;
  url: string;
}

/** Roles belong to the whole server: hence a name that no other test can have taken. */
export async function createRole(
  roleUrl: (role: string, password: string) => string,
  { label = 'app', attributes = '' }: RoleOptions = {},
): Promise<TestRole> {
  const name = `audit_test_${label}_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(8).toString('hex');
  await onMaintenance((client) =>
    client.query(
      `create role ${client.escapeIdentifier(name)} login ${attributes} password '${password}'`,
    ),
  );
  return { name, password, url: roleUrl(name, password) };
}

/** Its test database is gone by now, and with it what the role owned or was granted there. */
export async function dropRole(client: pg.Client, role: TestRole): Promise<void> {
  const name = client.escapeIdentifier(role.name);
  await client.query(`drop owned by ${name} cascade`);
  await client.query(`drop role ${name}`);
}
