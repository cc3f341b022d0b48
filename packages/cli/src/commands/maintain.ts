import type { SqlDriver } from '@audit/schema';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Cli } from '../cli.js';
import { printable } from '../output/printable.js';
import { patienceOption } from '../retention/patience-option.js';

/** One thing that `audit.maintain` did. */
interface Done {
  readonly partition: string;
  readonly outcome: 'made' | 'filled' | 'compared';
  readonly records: bigint;
}

interface MaintainFlags {
  readonly monthsAhead: number;
  readonly patience: string;
}

async function maintain(
  driver: SqlDriver,
  { monthsAhead, patience }: MaintainFlags,
): Promise<Done[]> {
  const { rows } = await driver.query<Omit<Done, 'records'> & { records: string }>(
    'select m.partition, m.outcome, m.records::text from audit.maintain($1::int, $2::interval) as m',
    [monthsAhead, patience],
  );
  return rows.map((row) => ({ ...row, records: BigInt(row.records) }));
}

export function maintainCommand(cli: Cli): Command {
  return new Command('maintain')
    .description("make the log's months ahead, and empty its default partition into its months")
    .addOption(
      new Option('--months-ahead <number>', 'for how many months after this one')
        .default(3)
        .argParser(wholeNumber),
    )
    .addOption(patienceOption())
    .action(
      cli.action<MaintainFlags>(async ({ options, output, database }) => {
        const done = await database((driver) => maintain(driver, options));
        output.result({ done }, ({ green }) => {
          const lines = done.length > 0 ? done.map(told) : ['there was nothing to do'];
          return lines.map((line) => `${green('✓')} ${line}`).join('\n');
        });
        return 'fine';
      }),
    );
}

function told({ partition, outcome, records }: Done): string {
  const name = printable(partition);
  switch (outcome) {
    case 'made':
      return `${name} made`;
    case 'filled':
      return `${records} records moved from the default partition to ${name}`;
    case 'compared':
      return `${name} compared with the log and dropped; ${records} records were added`;
  }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError('It is a whole number, 0 to 120.');
  return Number(text);
}
