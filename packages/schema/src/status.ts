import unprotectedLogTables from '../sql/queries/unprotected_log_tables.sql';
import type { SqlSession } from './driver.js';
import type { Engine } from './engine.js';
import type { TrackedRow } from './generated/rows.js';
import { LATEST_MIGRATION } from './plan.js';
import { readState } from './state.js';
import { compareVersions, VERSION } from './version.js';

/** State of an installation, as {@link status} reads it. */
export interface AuditStatus {
  /** Whether the schema's functions are there. False also where an uninstall has kept the history. */
  readonly installed: boolean;
  /** Whether there is a log to read. */
  readonly history: boolean;
  /** Newest migration that the database has been through; null where there is no schema. */
  readonly version: number | null;
  /** Newest migration that this package knows. */
  readonly latest: number;
  /** Version of the package that installed last; null where there is no schema. */
  readonly packageVersion: string | null;
  /** What computes JSON diffs; null where there is no schema. */
  readonly engine: Engine | null;
  /** The tracked tables, by schema and name. */
  readonly tables: readonly TrackedRow[];
  /** What there is to do, one sentence each; empty where all is well. */
  readonly problems: readonly string[];
}

/**
 * Reads what is installed and tracked, and what is out of step.
 *
 * @param session a connection as the role that installed the schema.
 * @returns the state; a database without the schema is a state too, not an error.
 *
 * @example
 * ```ts
 * const { problems } = await status(driver);
 * if (problems.length > 0) process.exitCode = 2;
 * ```
 */
export async function status(session: SqlSession): Promise<AuditStatus> {
  const state = await readState(session);
  const installed = state.schema === 'installed';
  const readable = installed && state.mayInstall;
  const tables = readable ? await readTracked(session) : [];
  return {
    installed,
    history: installed || state.schema === 'tables',
    version: state.migration,
    latest: LATEST_MIGRATION,
    packageVersion: state.version,
    engine: state.engine,
    tables,
    problems: [
      ...installationProblems(state),
      ...(readable ? await protectionProblems(session) : []),
      ...(readable ? await maintenanceProblems(session, state) : []),
      ...tables.flatMap((table) =>
        table.problems.map((problem) => `${table.schema_name}.${table.table_name}: ${problem}`),
      ),
    ],
  };
}

async function readTracked(session: SqlSession): Promise<TrackedRow[]> {
  const { rows } = await session.query<TrackedRow>(
    'select * from audit.tracked order by schema_name, table_name',
  );
  return rows;
}

/** Whoever owns the log can take away what makes it append-only; it should not stay unnoticed. */
async function protectionProblems(session: SqlSession): Promise<string[]> {
  const { rows } = await session.query<{ name: string }>(unprotectedLogTables);
  return rows.map(({ name }) => `${name} is not append-only any more; run audit-cli install`);
}

/** What `audit.maintain` is to do before it is too late; asked of a schema that has it. */
async function maintenanceProblems(
  session: SqlSession,
  { migration, version }: Awaited<ReturnType<typeof readState>>,
): Promise<string[]> {
  if (migration !== LATEST_MIGRATION || version !== VERSION) return [];
  const { rows } = await session.query<{ problem: string }>(
    'select unnest(audit._maintenance_problems()) as problem',
  );
  return rows.map(({ problem }) => problem);
}

function installationProblems(state: Awaited<ReturnType<typeof readState>>): string[] {
  switch (state.schema) {
    case 'none':
      return ['the audit schema is not installed; run audit-cli install'];
    case 'foreign':
      return ['the database has a schema named audit that this package did not make'];
    case 'tables':
      return ['the history is there, but nothing is recorded; run audit-cli install'];
    case 'installed':
      if (!state.mayInstall) {
        return [
          `role ${state.role} does not own the schema audit; connect as the role that installed it`,
        ];
      }
      if ((state.migration ?? 0) < LATEST_MIGRATION) {
        return [
          `the schema is at migration ${state.migration} of ${LATEST_MIGRATION}; run audit-cli install`,
        ];
      }
      if (state.version !== null && compareVersions(state.version, VERSION) < 0) {
        return [
          `the schema was installed by version ${state.version}, this is ${VERSION}; run audit-cli install`,
        ];
      }
      return [];
  }
}
