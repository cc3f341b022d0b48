import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from '@audit/schema';
import { packageFolder } from './files.js';
import type { Server, Session, Template } from './session.js';
import { loadTools } from './template.js';

const fixturesFolder = join(packageFolder, 'fixtures');

/** That of the fixtures, which were written without a server to have another one. */
const engine = 'sql';

/** The released versions that there is an install script of. */
export function releasedVersions(): string[] {
  return readdirSync(fixturesFolder)
    .filter((name) => /^\d/.test(name))
    .map((name) => name.replace(/\.sql$/, ''));
}

/**
 * A database that a released version was installed and used in, then upgraded to today's schema.
 * Its table `fresh_catalog` holds what `audit_catalog()` says where today's schema was installed at
 * once.
 */
export function upgradedTemplate(server: Server, version: string): Template {
  return {
    name: `pgtap upgraded from ${version}`,
    async prepare(session) {
      await session.run(fixture(version));
      await session.run(fixture('sample'));
      await install(session.driver, { engine });
      await loadTools(server, session);
      await rememberFresh(await freshCatalog(server), session);
    },
  };
}

async function freshCatalog(server: Server): Promise<string> {
  const fresh = await server.open({
    name: 'pgtap fresh with sample',
    async prepare(session) {
      await install(session.driver, { engine });
      await session.run(fixture('sample'));
      await loadTools(server, session);
    },
  });
  const [catalog = '[]'] = await fresh.run('select json_agg(c)::text from audit_catalog() as c');
  await fresh.close();
  return catalog;
}

async function rememberFresh(catalog: string, session: Session): Promise<void> {
  await session.run('create table fresh_catalog (kind text, name text, definition text)');
  await session.driver.query(
    'insert into fresh_catalog select * from json_populate_recordset(null::fresh_catalog, $1::text::json)',
    [catalog],
  );
}

function fixture(name: string): string {
  return readFileSync(join(fixturesFolder, `${name}.sql`), 'utf8');
}
