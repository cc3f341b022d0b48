import { AuditError, uninstall, uninstallScript } from '@audit/schema';
import { Command } from 'commander';
import type { Cli, Surroundings } from '../cli.js';
import { UsageError } from '../errors/usage-error.js';
import { confirm } from '../output/confirm.js';
import { printable } from '../output/printable.js';
import { lockTimeoutOption } from '../sql/lock-timeout.js';

interface UninstallFlags {
  readonly dropHistory?: boolean;
  readonly yes?: boolean;
  readonly lockTimeout: string;
  readonly dryRun?: boolean;
}

export function uninstallCommand(cli: Cli): Command {
  return new Command('uninstall')
    .description('remove triggers and functions; the recorded history stays')
    .option('--drop-history', 'drop the recorded history too; there is no way back')
    .option('--yes', 'do not ask before history is dropped')
    .addOption(lockTimeoutOption())
    .option('--dry-run', 'print the SQL and change nothing')
    .action(
      cli.action<UninstallFlags>(async ({ options, output, database, surroundings }) => {
        const { dropHistory = false, yes, lockTimeout } = options;
        if (options.dryRun) {
          const sql = uninstallScript({ dropHistory, lockTimeout });
          output.result({ dryRun: true, sql }, () => sql);
          return 'fine';
        }
        if (dropHistory && !yes) await askFirst(surroundings);
        const done = await database((driver) => uninstall(driver, { dropHistory, lockTimeout }));
        output.result(done, ({ green, yellow, bold }) => {
          const tables = done.tables.map(printable).join(', ') || 'no table';
          const history = done.historyKept
            ? 'The history stays in audit.data_op_log.'
            : yellow('The history is dropped.');
          return `${green('✓')} ${bold('Uninstalled')}; ${tables} had been tracked. ${history}`;
        });
        return 'fine';
      }),
    );
}

async function askFirst({ stdin, stderr }: Surroundings): Promise<void> {
  const hint = 'Add --yes to drop the recorded history, or leave --drop-history out to keep it.';
  if (!stdin.isTTY || !stderr.isTTY) {
    throw new UsageError('--drop-history needs --yes where nobody can be asked', { hint });
  }
  const answer = await confirm('Drop everything that was ever recorded? There is no way back.', {
    stdin,
    stderr,
  });
  if (!answer)
    throw new AuditError('the history was not to be dropped, so nothing was changed', { hint });
}
