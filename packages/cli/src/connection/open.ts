import type { AuditDriver } from '@audit/client';
import { openPGlite } from './pglite.js';
import { openPool, openPostgres } from './postgres.js';
import type { Target } from './target.js';

/** An open connection. */
export interface Database {
  readonly driver: AuditDriver;
  close(): Promise<void>;
}

/** Opens the database, lets `work` have it, and closes it whatever happens. */
export async function withDatabase<Result>(
  target: Target,
  env: NodeJS.ProcessEnv,
  work: (driver: AuditDriver) => Promise<Result>,
  open: 'client' | 'pool' = 'client',
): Promise<Result> {
  const database =
    target.kind === 'pglite'
      ? await openPGlite(target.directory)
      : await (open === 'pool' ? openPool : openPostgres)(target.url, env);
  try {
    return await work(database.driver);
  } finally {
    await database.close();
  }
}
