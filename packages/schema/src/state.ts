import stateQuery from '../sql/queries/state.sql';
import type { SqlSession } from './driver.js';
import type { Engine } from './engine.js';

/** What a database has of the schema, and whether it can have it. */
export interface InstalledState {
  /** As `server_version_num`: 150020 for 15.20. */
  readonly serverVersion: number;
  readonly encoding: string;
  readonly database: string;
  readonly role: string;
  /** `none`: no schema audit; `foreign`: one that something else made; `tables`: uninstalled, history kept. */
  readonly schema: 'none' | 'foreign' | 'tables' | 'installed';
  /** Whether the role can install or upgrade. */
  readonly mayInstall: boolean;
  /** Whether plv8 is there, or can be created by the role. */
  readonly mayUsePlv8: boolean;
  /** Newest migration; null where there is no schema. */
  readonly migration: number | null;
  /** Version of the package that installed last; null where there is no schema. */
  readonly version: string | null;
  /** What computes JSON diffs; null where there is no schema. */
  readonly engine: Engine | null;
}

/** Reads the state of a database. Needs no right but to connect. */
export async function readState(session: SqlSession): Promise<InstalledState> {
  const { rows } =
    await session.query<Omit<InstalledState, 'migration' | 'version' | 'engine'>>(stateQuery);
  const [facts] = rows;
  if (facts === undefined) throw new Error('the state query returned no row');
  if (facts.schema === 'none' || facts.schema === 'foreign' || !facts.mayInstall) {
    return { ...facts, migration: null, version: null, engine: null };
  }
  const { rows: recorded } = await session.query<
    Pick<InstalledState, 'migration' | 'version' | 'engine'>
  >(
    `select
       (select max(version) from audit.schema_migration) as migration,
       (select param_value_text from audit.param where param_key = 'version') as version,
       (select param_value_text from audit.param where param_key = 'engine') as engine`,
  );
  const [schema] = recorded;
  if (schema === undefined) throw new Error('the version query returned no row');
  return { ...facts, ...schema };
}
