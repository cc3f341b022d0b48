import { pglite } from '@audit/client/pglite';
import { PGlite } from '@electric-sql/pglite';
import { pgtap } from '@electric-sql/pglite-pgtap';
import type { Server, Session, Template } from './session.js';

/** PGlite, each file on an instance made from a template's snapshot: that is faster than initdb. */
export async function openPglite(): Promise<Server> {
  const first = await start();
  const version = await versionOf(first);
  const empty = await snapshot(first);
  const templates = new Map<string, Promise<Blob>>();
  return {
    label: `${version} PGlite`,
    majorVersion: Number.parseInt(version, 10),
    extensions: ['pgtap'],
    pglite: true,
    async open({ name, prepare }) {
      const template = templates.get(name) ?? prepared(empty, prepare);
      templates.set(name, template);
      return sessionOn(await start(await template));
    },
    async close() {},
  };
}

function start(loadDataDir?: Blob): Promise<PGlite> {
  return PGlite.create({ extensions: { pgtap }, ...(loadDataDir ? { loadDataDir } : {}) });
}

async function versionOf(database: PGlite): Promise<string> {
  const [version = ''] = await sessionOn(database).run('show server_version');
  return version.split(' ')[0] ?? '';
}

async function prepared(from: Blob, prepare: Template['prepare']): Promise<Blob> {
  const database = await start(from);
  await prepare(sessionOn(database));
  return snapshot(database);
}

async function snapshot(database: PGlite): Promise<Blob> {
  const data = await database.dumpDataDir('none');
  await database.close();
  return data;
}

function sessionOn(database: PGlite): Session {
  return {
    database: 'postgres',
    driver: pglite(database),
    async run(sql) {
      const results = await database.exec(sql, { rowMode: 'array' });
      return results.flatMap(({ rows }) =>
        rows.map((row) => (row as unknown as unknown[]).join('|')),
      );
    },
    close: () => database.close(),
  };
}
