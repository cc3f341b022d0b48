import { type TestDatabase, useDatabase } from '@audit/test-db';
import type pg from 'pg';
import { beforeAll, describe } from 'vitest';
import { install } from '../../src/index.js';
import { driverOver } from './driver.js';
import { useInstalled } from './installed.js';

/**
 * How captures follow schema changes: told by event triggers (`statement`), schema-agnostic because somebody has
 * dropped those (`agnostic`), or because the installing role may not make any (`unprivileged`).
 */
export type Mode = 'statement' | 'agnostic' | 'unprivileged';

/** A database in one of the modes. */
export interface Audited {
  readonly mode: Mode;
  readonly database: () => TestDatabase;
  /** The role that installed the schema and owns the tables. */
  readonly client: () => pg.Client;
  /** What audit.tracked.capture says in this mode. */
  readonly capture: 'statement' | 'agnostic';
}

/** Runs the same tests in a database of each mode. */
export function describeModes(
  title: string,
  tests: (audited: Audited) => void,
  modes: readonly Mode[] = ['statement', 'agnostic', 'unprivileged'],
): void {
  for (const mode of modes) {
    describe(`${title} (${mode})`, () => tests(useMode(mode)));
  }
}

function useMode(mode: Mode): Audited {
  const database = mode === 'unprivileged' ? useDatabase() : useInstalled();
  let client: pg.Client | undefined;
  beforeAll(async () => {
    client = await connectIn(mode, database());
  });
  return {
    mode,
    database,
    capture: mode === 'statement' ? 'statement' : 'agnostic',
    client() {
      if (client === undefined) throw new Error('the connection is there from beforeAll on');
      return client;
    },
  };
}

async function connectIn(mode: Mode, database: TestDatabase): Promise<pg.Client> {
  const admin = await database.connect();
  if (mode === 'statement') return admin;
  if (mode === 'agnostic') {
    await dropEventTriggers(admin);
    return admin;
  }
  const role = await database.createRole({ label: 'installer' });
  await admin.query(`
    grant create on database ${database.name} to ${role.name};
    grant all on schema public to ${role.name}`);
  const client = await database.connect(role.url);
  await install(driverOver(client));
  return client;
}

/** What a server, or an administrator, that wants no event triggers leaves. */
export async function dropEventTriggers(client: pg.Client): Promise<void> {
  await client.query('drop event trigger audit_on_ddl; drop event trigger audit_on_drop');
}

/** What audit.tracked says is out of step with a table; empty where nothing is. */
export async function problems(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ problems: string[]; in_step: boolean }>(
    'select problems, in_step from audit.tracked where table_name = $1',
    [table],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`${table} is not tracked`);
  if (row.in_step !== (row.problems.length === 0)) throw new Error('in_step contradicts problems');
  return row.problems;
}
