import { type EngineChoice, installScript, uninstallScript } from '@audit/schema';
import { Command } from 'commander';
import type { Cli } from '../cli.js';
import { UsageError } from '../errors/usage-error.js';
import { lockTimeoutOption } from '../sql/lock-timeout.js';
import { engineOption } from './install.js';

interface PrintSqlFlags {
  readonly engine?: EngineChoice;
  readonly lockTimeout: string;
  readonly uninstall?: boolean;
  readonly dropHistory?: boolean;
}

export function printSqlCommand(cli: Cli): Command {
  return new Command('print-sql')
    .description(
      'print the SQL that install runs, for a migration tool or a review; needs no database',
    )
    .addOption(engineOption())
    .addOption(lockTimeoutOption())
    .option('--uninstall', 'the SQL that uninstall runs instead')
    .option('--drop-history', 'with --uninstall: the SQL that drops the history too')
    .action(
      cli.action<PrintSqlFlags>(async ({ options, output }) => {
        const { engine, lockTimeout, uninstall, dropHistory = false } = options;
        if (dropHistory && !uninstall) {
          throw new UsageError('--drop-history goes with --uninstall only', {
            hint: 'Add --uninstall, or leave --drop-history out.',
          });
        }
        const sql = uninstall
          ? uninstallScript({ dropHistory, lockTimeout })
          : await installScript(null, { engine, lockTimeout });
        output.result({ sql }, () => sql);
        return 'fine';
      }),
    );
}
