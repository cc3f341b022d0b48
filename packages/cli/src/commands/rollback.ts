import { createAuditGroups, type RollbackTable } from '@audit/client';
import { AuditError } from '@audit/schema';
import { Command } from 'commander';
import type { Cli, Surroundings } from '../cli.js';
import { UsageError } from '../errors/usage-error.js';
import { withGroups } from '../groups/connect.js';
import { describeRollback } from '../groups/describe.js';
import { confirm } from '../output/confirm.js';
import { printable } from '../output/printable.js';
import { shellQuoted } from '../output/shell-quoted.js';
import { lockTimeoutOption } from '../sql/lock-timeout.js';

interface RollbackFlags {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly lockTimeout: string;
}

export function rollbackCommand(cli: Cli): Command {
  return new Command('rollback')
    .description('bring all tables of a group back to a mark; it is recorded, and can be undone')
    .argument('<group>')
    .argument('<mark>')
    .option('--dry-run', 'show what would be done, and change nothing; exit code 2 if refused')
    .option('--yes', 'do not ask')
    .addOption(lockTimeoutOption())
    .action(
      cli.action<RollbackFlags, [string, string]>(
        async ({ options, output, database, surroundings }, group, mark) => {
          if (options.dryRun) {
            const plan = await database((driver) =>
              createAuditGroups(driver).rollbackPlan(group, mark),
            );
            output.result({ dryRun: true, tables: plan }, (style) =>
              describeRollback(plan, style, output.width),
            );
            tellRefusal(plan, (hint) => output.note(({ dim }) => dim(`hint: ${hint}`)));
            return plan.some(({ refusal }) => refusal !== null) ? 'todo' : 'fine';
          }
          const { tables, undo } = await database(async (driver) => {
            if (!options.yes) {
              const plan = await createAuditGroups(driver).rollbackPlan(group, mark);
              output.note((style) => describeRollback(plan, style, output.width));
              await askFirst(surroundings, group, mark);
            }
            return withGroups(driver, options.lockTimeout, async (groups) => {
              const tables = await groups.rollback(group, mark);
              const marks = await groups.marks(group);
              return { tables, undo: marks.at(-2)?.name ?? '' };
            });
          });
          output.result({ group, mark, tables, undo }, (style) =>
            [
              describeRollback(tables, style, output.width),
              '',
              `${style.green('✓')} ${printable(group)} is as it was at ${style.bold(printable(mark))}`,
            ].join('\n'),
          );
          output.note(({ dim }) =>
            dim(`Undo it with: audit-cli rollback ${shellQuoted(group)} ${shellQuoted(undo)}`),
          );
          return 'fine';
        },
      ),
    );
}

function tellRefusal(plan: readonly RollbackTable[], tell: (hint: string) => void): void {
  const refused = plan.find(({ refusal }) => refusal !== null);
  if (refused?.hint) tell(printable(refused.hint));
}

async function askFirst(
  { stdin, stderr }: Surroundings,
  group: string,
  mark: string,
): Promise<void> {
  const hint =
    'Add --yes to roll back without being asked, or --dry-run to see what would be done.';
  if (!stdin.isTTY || !stderr.isTTY) {
    throw new UsageError('a rollback needs --yes where nobody can be asked', { hint });
  }
  const question = `Bring group ${printable(group)} back to ${printable(mark)}?`;
  if (!(await confirm(question, { stdin, stderr }))) {
    throw new AuditError('the rollback was not wanted, so nothing was changed', { hint });
  }
}
