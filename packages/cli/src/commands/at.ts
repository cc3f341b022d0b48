import { createAuditGroups, type Moment } from '@audit/client';
import { Command } from 'commander';
import type { Cli } from '../cli.js';
import { UsageError } from '../errors/usage-error.js';
import { timeArgument } from '../log/time-argument.js';
import { toJson } from '../output/json.js';
import { printable } from '../output/printable.js';
import { table } from '../output/table.js';

interface AtFlags {
  readonly mark?: string;
  readonly time?: Date | string;
  readonly limit: number;
}

export function atCommand(cli: Cli): Command {
  return new Command('at')
    .description('the rows of a table as they were at a mark or at a time')
    .argument('<table>', 'schema.table, or a table on the search_path')
    .option('--mark <mark>', "a mark of the table's group")
    .option('--time <time>', "a time, such as '2 hours ago'", timeArgument)
    .option('--limit <number>', 'at most so many rows', (text) => Number(text), 1000)
    .addHelpText(
      'after',
      `
With --json, each line is a row.

Examples:
  $ audit-cli at shop.orders --mark 'before the import'
  $ audit-cli at shop.orders --time '2 hours ago' --json | jq .id
`,
    )
    .action(
      cli.action<AtFlags, [string]>(async ({ options, output, database }, name) => {
        const moment = momentOf(options);
        const rows: Record<string, unknown>[] = [];
        let more = false;
        await database(async (driver) => {
          for await (const row of createAuditGroups(driver).tableAt(name, moment)) {
            if (rows.length === options.limit) {
              more = true;
              break;
            }
            rows.push(row);
          }
        });
        if (output.json) for (const row of rows) output.data(toJson(row));
        else if (rows.length === 0) output.note(() => 'No rows.');
        else output.data(describe(rows, output.style.dim, output.width));
        if (more) output.note(({ dim }) => dim('There are more rows: raise --limit.'));
        return 'fine';
      }),
    );
}

function momentOf({ mark, time, limit }: AtFlags): Moment {
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new UsageError('--limit is no whole number above 0', { hint: 'For example --limit 50.' });
  }
  if (mark !== undefined && time === undefined) return { mark };
  if (time !== undefined && mark === undefined) return { at: time };
  throw new UsageError('which moment: --mark or --time?', {
    hint: "Give one of them, for example --time '2 hours ago'.",
  });
}

function describe(
  rows: readonly Record<string, unknown>[],
  dim: (text: string) => string,
  width: number,
): string {
  const columns = Object.keys(rows[0] ?? {});
  return table(
    columns.map((column) => printable(column)),
    rows.map((row) => columns.map((column) => shown(row[column]))),
    { dim, width },
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (value instanceof Date) return value.toISOString();
  return printable(typeof value === 'object' ? toJson(value) : String(value));
}
