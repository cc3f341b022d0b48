import { AuditError } from '@audit/schema';
import { Command, Option } from 'commander';
import type { Cli, Surroundings } from '../cli.js';
import { UsageError } from '../errors/usage-error.js';
import { confirm } from '../output/confirm.js';
import { type Before, beforeArgument } from '../retention/before-argument.js';
import { patienceOption } from '../retention/patience-option.js';
import { monthTable, prunable, prune, recordsOf, resolveBefore } from '../retention/prunable.js';

interface PruneFlags {
  readonly before: Before;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly patience: string;
}

export function pruneCommand(cli: Cli): Command {
  return new Command('prune')
    .description('drop the months of the log that lie wholly before a time; there is no way back')
    .addOption(
      new Option('--before <time>', "a time, or an age: 2026-01-01, '12 months'")
        .argParser(beforeArgument)
        .makeOptionMandatory(),
    )
    .option('--dry-run', 'count and show what would go, and change nothing')
    .option('--yes', 'do not ask')
    .option('--force', 'also what a reader has still to read')
    .addOption(patienceOption())
    .addHelpText('after', examples)
    .action(
      cli.action<PruneFlags>(async ({ options, output, database, surroundings }) => {
        const { dryRun = false, yes = false, force = false, patience } = options;
        if (!dryRun && !yes) requireTerminal(surroundings);
        await database(async (driver) => {
          const before = await resolveBefore(driver, options.before);
          let months = await prunable(driver, before);
          const going = months.some(({ whole }) => whole);
          if (!dryRun && going) {
            if (!yes) {
              output.note((style) => monthTable(months, 'goes', style, output.width));
              await ask(surroundings, recordsOf(months));
            }
            months = await prune(driver, before, { force, patience });
          }
          const records = recordsOf(months);
          output.result({ before, dryRun, records, months }, (style) =>
            [
              ...(months.length > 0
                ? [monthTable(months, dryRun ? 'would go' : 'dropped', style, output.width), '']
                : []),
              told(going, dryRun, records, before),
            ].join('\n'),
          );
        });
        return 'fine';
      }),
    );
}

function told(going: boolean, dryRun: boolean, records: bigint, before: string): string {
  if (!going) return `No month of the log lies wholly before ${before}.`;
  return `${records} records ${dryRun ? 'would be' : 'were'} dropped.`;
}

const hint = 'Add --yes to drop them, or --dry-run to see what would go.';

function requireTerminal({ stdin, stderr }: Surroundings): void {
  if (!stdin.isTTY || !stderr.isTTY) {
    throw new UsageError('prune needs --yes where nobody can be asked', { hint });
  }
}

async function ask({ stdin, stderr }: Surroundings, records: bigint): Promise<void> {
  const question = `Drop these ${records} records? There is no way back.`;
  if (!(await confirm(question, { stdin, stderr }))) {
    throw new AuditError('the records were not to be dropped, so nothing was changed', { hint });
  }
}

const examples = `
Months are those of UTC. The month that the time is in stays whole.

Examples:
  $ audit-cli prune --before '12 months' --dry-run
  $ audit-cli prune --before 2026-01-01 --yes --json
`;
