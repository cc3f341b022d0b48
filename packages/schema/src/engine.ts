import { UnsupportedServerError } from './errors.js';

/** What computes JSON diffs in the database. Both give the same. */
export type Engine = 'plv8' | 'sql';

/** What an install may be asked for: `auto` takes plv8 where it can be had. */
export type EngineChoice = 'auto' | Engine;

/**
 * The engine that an install will use.
 *
 * @param choice what was asked for; undefined keeps what is installed, and is `auto` for a fresh install.
 * @param database what the database has.
 * @throws {UnsupportedServerError} when plv8 was asked for and can't be had.
 */
export function resolveEngine(
  choice: EngineChoice | undefined,
  database: { readonly engine: Engine | null; readonly mayUsePlv8: boolean },
): Engine {
  switch (choice ?? database.engine ?? 'auto') {
    case 'sql':
      return 'sql';
    case 'auto':
      return database.mayUsePlv8 ? 'plv8' : 'sql';
    case 'plv8':
      if (database.mayUsePlv8) return 'plv8';
      throw new UnsupportedServerError('the plv8 extension can not be had in this database', {
        hint: "Install plv8 on the server and run: create extension plv8 (as a superuser). Or use the engine 'sql', which gives the same diffs.",
      });
  }
}
