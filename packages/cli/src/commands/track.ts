import type { SqlDriver, TrackedRow } from '@audit/schema';
import { Command } from 'commander';
import type { Cli } from '../cli.js';
import { lockTimeoutOption } from '../sql/lock-timeout.js';
import { limitLockWait, runAll, type Statement, script } from '../sql/statement.js';
import { columnList } from '../track/column-list.js';
import { jsonColumn } from '../track/json-column.js';
import { type TrackOptions, trackStatement } from '../track/track-statement.js';
import { optionsInShort, qualifiedName, trackedStatement } from '../track/tracked-table.js';

interface TrackFlags extends TrackOptions {
  readonly lockTimeout: string;
  readonly dryRun?: boolean;
}

/** Tracks a table, or replaces the options of one that is tracked; says how it is tracked now. */
export async function track(
  driver: SqlDriver,
  table: string,
  options: TrackOptions & { readonly lockTimeout?: string } = {},
): Promise<TrackedRow> {
  const [tracked] = await runAll<TrackedRow>(driver, [
    ...statements(table, options),
    trackedStatement(table),
  ]);
  if (tracked === undefined) throw new Error(`audit.tracked does not show ${table}`);
  return tracked;
}

function statements(
  table: string,
  options: TrackOptions & { readonly lockTimeout?: string },
): Statement[] {
  return [limitLockWait(options.lockTimeout ?? '5s'), trackStatement(table, options)];
}

export function trackCommand(cli: Cli): Command {
  return new Command('track')
    .description('record every change of a table from now on; called again, replaces its options')
    .argument('<table>', 'schema.table, or a table on the search_path')
    .option('--key <columns>', 'what names a row; default: the primary key', columnList)
    .option('--no-key', 'track a table without a key')
    .option('--only <columns>', 'compare only these columns …', columnList)
    .option('--ignore <columns>', '… or all but these', columnList)
    .option('--mask <columns>', 'record that they changed, never their values', columnList)
    .option(
      '--json-column <column=type>',
      'object, array, other, or objectArray:<key fields>; repeatable',
      jsonColumn,
    )
    .option('--modified-at <column>', "the table's column for the time of change")
    .option('--modified-by <column>', "the table's column for who changed it")
    .option('--touch', 'also set the modified-at column on every insert and update')
    .option('--no-log-query', 'do not keep the text of the query')
    .option('--row-log', 'also keep a typed log table')
    .addOption(lockTimeoutOption())
    .option('--dry-run', 'print the SQL and change nothing')
    .addHelpText('after', examples)
    .action(
      cli.action<TrackFlags, [string]>(async ({ options, output, database }, table) => {
        // Commander says true where nothing was asked for; that is left to the database.
        const given = { ...options, logQuery: options.logQuery ? undefined : false };
        if (options.dryRun) {
          const sql = script(statements(table, given));
          output.result({ dryRun: true, sql }, () => sql);
          return 'fine';
        }
        const tracked = await database((driver) => track(driver, table, given));
        output.result(tracked, ({ green, bold, dim }) => {
          const short = dim(optionsInShort(tracked).join(' · '));
          return `${green('✓')} ${bold(qualifiedName(tracked))} is tracked  ${short}`;
        });
        output.note(({ dim }) => dim(`Next: change a row, then audit-cli log --table ${table}`));
        return 'fine';
      }),
    );
}

const examples = `
Columns are separated by commas, and named exactly as they are, upper case too.

Examples:
  $ audit-cli track shop.orders --ignore updated_at
  $ audit-cli track shop.users --mask password_hash --json-column profile=object
  $ audit-cli track shop.orders --json-column lines=objectArray:sku,lot
  $ audit-cli track shop.readings --no-key --no-log-query
`;
