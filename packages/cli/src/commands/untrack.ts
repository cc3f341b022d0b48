import type { SqlDriver } from '@audit/schema';
import { Command } from 'commander';
import type { Cli } from '../cli.js';
import { printable } from '../output/printable.js';
import { lockTimeoutOption } from '../sql/lock-timeout.js';
import { limitLockWait, runAll, type Statement, script } from '../sql/statement.js';
import { untrackStatement } from '../track/track-statement.js';

interface UntrackFlags {
  readonly lockTimeout: string;
  readonly dryRun?: boolean;
}

/** Stops recording a table's changes; what is recorded stays. */
async function untrack(
  driver: SqlDriver,
  table: string,
  options: { readonly lockTimeout?: string } = {},
): Promise<void> {
  await runAll(driver, statements(table, options.lockTimeout));
}

function statements(table: string, lockTimeout = '5s'): Statement[] {
  return [limitLockWait(lockTimeout), untrackStatement(table)];
}

export function untrackCommand(cli: Cli): Command {
  return new Command('untrack')
    .description("stop recording a table's changes; what is recorded stays")
    .argument('<table>', 'schema.table, or a table on the search_path')
    .addOption(lockTimeoutOption())
    .option('--dry-run', 'print the SQL and change nothing')
    .action(
      cli.action<UntrackFlags, [string]>(async ({ options, output, database }, table) => {
        if (options.dryRun) {
          const sql = script(statements(table, options.lockTimeout));
          output.result({ dryRun: true, sql }, () => sql);
          return 'fine';
        }
        await database((driver) => untrack(driver, table, options));
        output.result({ untracked: table, historyKept: true }, ({ green, bold }) => {
          const name = bold(printable(table));
          return `${green('✓')} ${name} is no longer tracked; its history stays in the log`;
        });
        return 'fine';
      }),
    );
}
