import { createHash } from 'node:crypto';
import pg from 'pg';
import { onMaintenance, urlOf } from './maintenance.js';
import { type TestServer, testServer } from './server.js';

/** What a template database holds, under the name by which test files share it. */
export interface Preparation {
  name: string;
  run(client: pg.Client): Promise<void>;
}

/** Stands in the comment of a template that is whole; one without it has been left half made. */
const ready = (server: TestServer) => `audit test template, ready for run ${server.run}`;

/**
 * The name of the template database that holds what `prepare` makes. The first to ask builds it,
 * whoever asks meanwhile waits; each run builds its own, since the sources may have changed.
 */
export async function ensureTemplate(prepare: Preparation): Promise<string> {
  const server = testServer();
  const hash = createHash('sha256').update(`${server.run} ${prepare.name}`).digest('hex');
  const name = `audit_tpl_${hash.slice(0, 16)}`;

  await onMaintenance(async (client) => {
    // Ends with the connection, however the building ends.
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    if (await isReady(client, name)) return;

    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
    await fill(name, prepare);
    // A database that anybody is connected to can't be cloned.
    await client.query(`alter database ${name} with is_template true allow_connections false`);
    await client.query(`comment on database ${name} is '${ready(server)}'`);
  });
  return name;
}

/** Removes this run's templates from a server that will be there after the run. */
export async function dropTemplates(server: TestServer): Promise<void> {
  await onMaintenance(async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_catalog.pg_database
       where shobj_description(oid, 'pg_database') = $1`,
      [ready(server)],
    );
    for (const { datname } of rows) {
      await client.query(`alter database ${datname} with is_template false`);
      await client.query(`drop database ${datname} with (force)`);
    }
  }, server);
}

async function isReady(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_catalog.pg_database
     where datname = $1 and shobj_description(oid, 'pg_database') = $2`,
    [name, ready(testServer())],
  );
  return rowCount === 1;
}

async function fill(database: string, prepare: Preparation): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    await prepare.run(client);
  } finally {
    await client.end();
  }
}
