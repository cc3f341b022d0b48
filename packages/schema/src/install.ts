import type { SqlDriver, SqlSession } from './driver.js';
import { type Engine, type EngineChoice, resolveEngine } from './engine.js';
import { AuditError, SchemaConflictError, UnsupportedServerError } from './errors.js';
import {
  installLock,
  LATEST_MIGRATION,
  type PlannedStep,
  planInstall,
  planScript,
  sessionSettings,
} from './plan.js';
import { type InstalledState, readState } from './state.js';
import { compareVersions, VERSION } from './version.js';

/** Options of {@link install}. */
export interface InstallOptions {
  /**
   * What is to compute JSON diffs. Undefined keeps what is installed, and is `auto` for a fresh install. Another
   * engine than the installed one rewrites the captures and changes no record.
   */
  readonly engine?: EngineChoice | undefined;
  /**
   * How long a statement may wait for a lock before the install gives up, as PostgreSQL writes a duration.
   *
   * @default '5s'
   */
  readonly lockTimeout?: string | undefined;
}

/** What {@link install} did. */
export interface InstallResult {
  /** Newest migration that was there before; null where there was no schema. */
  readonly from: number | null;
  /** Newest migration that is there now. */
  readonly to: number;
  /** Names of the migrations that were run. */
  readonly migrations: readonly string[];
  /** What computes JSON diffs now. */
  readonly engine: Engine;
}

const DEFAULT_LOCK_TIMEOUT = '5s';

/**
 * Installs the audit schema, or upgrades it: in one transaction, under an advisory lock, safe to run twice and from
 * many clients at once. Where it fails, nothing has changed.
 *
 * @param driver a connection whose role may create a schema in the database.
 * @returns what was there before, what is there now, and which migrations led from one to the other.
 * @throws {UnsupportedServerError} for a server before PostgreSQL 14, one that is not UTF-8, or a role without the right.
 * @throws {SchemaConflictError} when the schema is newer than this package, or was not made by it.
 *
 * @example
 * ```ts
 * const { from, to } = await install(nodePostgres(pool));
 * console.log(from === null ? 'installed' : `upgraded from ${from} to ${to}`);
 * ```
 */
export async function install(
  driver: SqlDriver,
  options: InstallOptions = {},
): Promise<InstallResult> {
  const lockTimeout = options.lockTimeout ?? DEFAULT_LOCK_TIMEOUT;
  return driver.transaction(async (session) => {
    await session.query(installLock);
    await session.query(sessionSettings(lockTimeout));
    const state = await checkedState(session);
    const engine = resolveEngine(options.engine, state);
    const plan = planInstall(state.migration, engine);
    for (const step of plan) await run(session, step);
    return {
      from: state.migration,
      to: LATEST_MIGRATION,
      engine,
      migrations: plan.map(({ name }) => name).filter((name) => name.startsWith('migration ')),
    };
  });
}

/**
 * The SQL that {@link install} would run, as a script, without running it.
 *
 * @param driver the database to plan for; null for a database without the schema, where the engine is `sql` unless
 *   the options say `plv8`.
 * @returns one transaction as SQL text.
 * @throws what {@link install} throws before it changes anything.
 */
export async function installScript(
  driver: SqlDriver | null,
  options: InstallOptions = {},
): Promise<string> {
  const state =
    driver === null
      ? { migration: null, engine: null, mayUsePlv8: options.engine === 'plv8' }
      : await checkedState(driver);
  const engine = resolveEngine(options.engine, state);
  return planScript(
    planInstall(state.migration, engine),
    options.lockTimeout ?? DEFAULT_LOCK_TIMEOUT,
  );
}

async function checkedState(session: SqlSession): Promise<InstalledState> {
  const state = await readState(session);
  if (state.serverVersion < 140000) {
    throw new UnsupportedServerError(
      `the server is PostgreSQL ${Math.floor(state.serverVersion / 10000)}, which is too old`,
      { hint: 'PostgreSQL 14 or newer is needed.' },
    );
  }
  if (state.encoding !== 'UTF8') {
    throw new UnsupportedServerError(`the database's encoding is ${state.encoding}`, {
      hint: 'A database in UTF8 is needed: create one with encoding UTF8 and template template0.',
    });
  }
  if (state.schema === 'foreign') {
    throw new SchemaConflictError(
      'the database has a schema named audit that this package did not make',
      { hint: 'Rename that schema, or install into another database.' },
    );
  }
  if (!state.mayInstall) {
    throw new UnsupportedServerError(
      state.schema === 'none'
        ? `role ${state.role} may not create a schema in database ${state.database}`
        : `role ${state.role} does not own the schema audit`,
      {
        hint:
          state.schema === 'none'
            ? `Connect as the database's owner, or run: grant create on database ${state.database} to ${state.role}`
            : 'Connect as the role that installed it.',
      },
    );
  }
  if (
    (state.migration ?? 0) > LATEST_MIGRATION ||
    (state.version !== null && compareVersions(state.version, VERSION) > 0)
  ) {
    throw new SchemaConflictError(
      `the schema is of version ${state.version}, newer than this package, which is ${VERSION}`,
      { hint: 'Upgrade the package.' },
    );
  }
  return state;
}

async function run(session: SqlSession, step: PlannedStep): Promise<void> {
  try {
    await session.query(step.sql);
  } catch (cause) {
    const code = (cause as { code?: string }).code;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AuditError(`the install failed at ${step.name}: ${reason}`, {
      code,
      hint:
        code === '55P03'
          ? 'Another session holds a lock that the install needs. Nothing was changed: try again, or allow a longer lock timeout.'
          : 'Nothing was changed.',
      cause,
    });
  }
}
