import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pglite } from '@audit/client/pglite';
import { AuditError } from '@audit/schema';
import type { Database } from './open.js';

/** Opens a directory that PGlite keeps a database in. A mistyped name must not make a new one. */
export async function openPGlite(directory: string): Promise<Database> {
  if (!existsSync(join(directory, 'PG_VERSION'))) {
    throw new AuditError(`there is no PGlite database in ${directory}`, {
      code: 'ENOENT',
      hint: 'Check the path after pglite: in the database URL; `audit-cli demo --keep DIR` makes a database to try.',
    });
  }
  // 27 MB of WebAssembly: loaded only by those who use it.
  const { PGlite } = await import('@electric-sql/pglite');
  const db = await PGlite.create(directory);
  return { driver: pglite(db), close: () => db.close() };
}
