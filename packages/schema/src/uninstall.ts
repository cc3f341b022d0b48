import dropFunctions from '../sql/queries/drop_functions.sql';
import dropSchema from '../sql/queries/drop_schema.sql';
import stopExports from '../sql/queries/stop_exports.sql';
import stopMaintenance from '../sql/queries/stop_maintenance.sql';
import stopTracking from '../sql/queries/stop_tracking.sql';
import type { SqlDriver } from './driver.js';
import { NotInstalledError } from './errors.js';
import { installLock, sessionSettings } from './plan.js';
import { readState } from './state.js';

/** Options of {@link uninstall}. */
export interface UninstallOptions {
  /**
   * Also drop the log and everything else in the schema. This can't be undone.
   *
   * @default false
   */
  readonly dropHistory?: boolean | undefined;
  /**
   * How long a statement may wait for a lock before the uninstall gives up, as PostgreSQL writes a duration.
   *
   * @default '5s'
   */
  readonly lockTimeout?: string | undefined;
}

/** What {@link uninstall} did. */
export interface UninstallResult {
  /** The tables that were tracked, as `schema.table`. */
  readonly tables: readonly string[];
  readonly historyKept: boolean;
}

/**
 * Removes the triggers from every tracked table and the functions from the schema, in one transaction. The log and
 * its records stay, readable with plain SQL, unless `dropHistory` says otherwise; a later install takes them up again.
 *
 * @param driver a connection as the role that installed the schema.
 * @returns which tables were tracked, and whether the history is still there.
 * @throws {NotInstalledError} where there is nothing to remove.
 *
 * @example
 * ```ts
 * const { tables } = await uninstall(driver);
 * ```
 */
export async function uninstall(
  driver: SqlDriver,
  options: UninstallOptions = {},
): Promise<UninstallResult> {
  const dropHistory = options.dropHistory ?? false;
  return driver.transaction(async (session) => {
    await session.query(installLock);
    await session.query(sessionSettings(options.lockTimeout ?? '5s'));
    const { schema } = await readState(session);
    if (schema === 'none' || schema === 'foreign' || (schema === 'tables' && !dropHistory)) {
      throw new NotInstalledError('the audit schema is not installed in this database', {
        hint: 'There is nothing to uninstall.',
      });
    }
    let tables: string[] = [];
    if (schema === 'installed') {
      const { rows } = await session.query<{ name: string }>(
        'select t.relid::text as name from audit.tracked_table as t order by t.id',
      );
      tables = rows.map(({ name }) => name);
    }
    for (const sql of statements(dropHistory, schema === 'installed')) await session.query(sql);
    return { tables, historyKept: !dropHistory };
  });
}

/**
 * The SQL that {@link uninstall} runs on an installed schema, as a script.
 *
 * @returns one transaction as SQL text.
 */
export function uninstallScript(options: UninstallOptions = {}): string {
  return [
    'begin;',
    installLock,
    sessionSettings(options.lockTimeout ?? '5s'),
    ...statements(options.dropHistory ?? false, true),
    'commit;\n',
  ].join('\n');
}

function statements(dropHistory: boolean, functionsThere: boolean): string[] {
  return [
    ...(functionsThere ? [stopTracking, stopExports, stopMaintenance] : []),
    dropHistory ? dropSchema : dropFunctions,
  ].map((sql) => sql.trim());
}
