import { type AuditGroups, createAuditGroups, type MarkRange } from '@audit/client';
import { Command } from 'commander';
import type { Cli } from '../cli.js';
import { UsageError } from '../errors/usage-error.js';
import { tableName, time } from '../groups/describe.js';
import { printable } from '../output/printable.js';
import { table } from '../output/table.js';

interface StatsFlags extends MarkRange {
  readonly byRole?: boolean;
  readonly estimate?: boolean;
}

/** What to show, and the same as lines of a table. */
interface Counted {
  readonly document: unknown;
  readonly head: string[];
  readonly rows: string[][];
}

export function statsCommand(cli: Cli): Command {
  return new Command('stats')
    .description('how many rows of each table of a group changed between two marks')
    .argument('<group>')
    .option('--from <mark>', 'the first mark where left out')
    .option('--to <mark>', 'now where left out')
    .option('--by-role', 'by login role and verb')
    .option('--estimate', "from PostgreSQL's counters, without reading the log")
    .action(
      cli.action<StatsFlags, [string]>(async ({ options, output, database }, group) => {
        if (options.byRole && options.estimate) {
          throw new UsageError('--by-role and --estimate do not go together', {
            hint: 'The counters know of no roles: leave one of them out.',
          });
        }
        const { document, head, rows } = await database((driver) =>
          count(createAuditGroups(driver), group, options),
        );
        output.result(document, ({ dim }) => table(head, rows, { dim, width: output.width }));
        return 'fine';
      }),
    );
}

async function count(groups: AuditGroups, group: string, options: StatsFlags): Promise<Counted> {
  if (options.byRole) {
    const document = await groups.statsByRole(group, options);
    return {
      document,
      head: ['TABLE', 'ROLE', 'VERB', 'ROWS', 'TRANSACTIONS', 'FIRST', 'LAST'],
      rows: document.map((row) => [
        tableName(row),
        printable(row.role),
        row.verb,
        String(row.rows),
        String(row.transactions),
        time(row.firstChange),
        time(row.lastChange),
      ]),
    };
  }
  if (options.estimate) {
    const document = await groups.estimateStats(group, options);
    const about = (value: bigint | null) => (value === null ? '?' : `≈${value}`);
    return {
      document,
      head: ['TABLE', 'INSERTED', 'UPDATED', 'DELETED'],
      rows: document.map((row) => [
        tableName(row),
        about(row.inserted),
        about(row.updated),
        about(row.deleted),
      ]),
    };
  }
  const document = await groups.stats(group, options);
  return {
    document,
    head: ['TABLE', 'INSERTED', 'UPDATED', 'DELETED', 'TRUNCATED', 'LAST CHANGE'],
    rows: document.map((row) => [
      tableName(row),
      String(row.inserted),
      String(row.updated),
      String(row.deleted),
      row.truncations === 0n ? '0' : `${row.truncated} in ${row.truncations}`,
      time(row.lastChange),
    ]),
  };
}
