import bootstrap from '../sql/bootstrap.sql';
import { functions, migrations, plv8Functions } from '../sql/order.js';
import dropPlv8 from '../sql/queries/drop_plv8.sql';
import type { Engine } from './engine.js';
import { VERSION } from './version.js';

/** One piece of the SQL that an install or upgrade runs. */
export interface PlannedStep {
  readonly name: string;
  readonly sql: string;
}

/** The number of the newest migration that this package knows. */
export const LATEST_MIGRATION: number = Math.max(...migrations.map(({ version }) => version));

/**
 * The SQL that brings a schema to this package's version, in order.
 *
 * @param from the newest migration that the database has been through; null where there is no schema.
 * @param engine what is to compute JSON diffs.
 * @returns the steps: pending migrations, every function, and the last step, which rewrites the captures.
 */
export function planInstall(from: number | null, engine: Engine): PlannedStep[] {
  const pending = migrations.filter(({ version }) => version > (from ?? 0));
  return [
    ...(from === null ? [{ name: 'bootstrap', sql: bootstrap }] : []),
    ...pending.map(({ version, name, sql }) => ({
      name: `migration ${version} ${name}`,
      sql: `${sql}\ninsert into audit.schema_migration (version, name) values (${version}, '${name}');\n`,
    })),
    ...functions,
    ...(engine === 'plv8'
      ? [{ name: 'plv8', sql: 'create extension if not exists plv8;' }, ...plv8Functions]
      : [{ name: 'no plv8', sql: dropPlv8 }]),
    {
      name: 'finish',
      sql: `insert into audit.param (param_key, param_value_text) values ('version', '${VERSION}'), ('engine', '${engine}')
  on conflict (param_key) do update set param_value_text = excluded.param_value_text;
select audit._finish_install();
`,
    },
  ];
}

/**
 * A plan as one script for psql or any other tool: one transaction, under the same lock as `install`.
 *
 * @param steps what {@link planInstall} gave.
 * @param lockTimeout how long a statement may wait for a table lock, as PostgreSQL writes a duration.
 * @returns SQL text that ends with `commit;`.
 */
export function planScript(steps: readonly PlannedStep[], lockTimeout: string): string {
  const parts = steps.map(({ name, sql }) => `-- ${name}\n${sql.trim()}\n`);
  return `begin;\n${installLock}\n${sessionSettings(lockTimeout)}\n\n${parts.join('\n')}\ncommit;\n`;
}

/** One install at a time in a database. Not bounded by lock_timeout: it blocks nobody but other installs. */
export const installLock = `select pg_advisory_xact_lock(hashtextextended('audit.install', 0));`;

/** So that an install never queues behind application traffic for long, and looks the same from every client. */
export function sessionSettings(lockTimeout: string): string {
  return `set local lock_timeout = '${lockTimeout.replaceAll("'", "''")}';
set local client_min_messages = warning;
set local standard_conforming_strings = on;
set local search_path = pg_catalog, pg_temp;`;
}
