import {
  type AuditClient,
  type AuditEntry,
  createAuditClient,
  type EntryFilter,
  type EntryPage,
  type PageOptions,
} from '@audit/client';
import { Command } from 'commander';
import type { Cli } from '../cli.js';
import {
  actionsArgument,
  keyArgument,
  limitArgument,
  transactionArgument,
} from '../log/filter-arguments.js';
import { LogRenderer } from '../log/render-log.js';
import { timeArgument } from '../log/time-argument.js';
import { toJson } from '../output/json.js';

/** The options of `log`. */
interface LogFlags
  extends Pick<EntryFilter, 'schema' | 'table' | 'key' | 'actor' | 'opType' | 'since' | 'until'> {
  readonly action?: EntryFilter['actions'];
  readonly field?: string;
  readonly revision?: string;
  readonly transaction?: bigint;
  readonly reverse?: boolean;
  readonly limit: number;
  readonly after?: string;
  readonly full?: boolean;
}

const largestPage = 1000;

/**
 * Reads up to `limit` entries, page by page, and hands each to `show`.
 *
 * @returns the cursor after which there is more, or null.
 */
async function readLog(
  client: AuditClient,
  options: EntryFilter & PageOptions & { readonly limit: number },
  show: (entry: AuditEntry) => void,
): Promise<string | null> {
  let after: string | null | undefined = options.after;
  let left = options.limit;
  while (left > 0 && after !== null) {
    const limit = Math.min(left, largestPage);
    const page: EntryPage = await client.entries({ ...options, limit, after });
    page.entries.forEach(show);
    left -= page.entries.length;
    after = page.nextCursor;
  }
  return after ?? null;
}

function queryOf(flags: LogFlags): EntryFilter & PageOptions & { readonly limit: number } {
  const { schema, table, key, actor, opType, since, until, limit, after } = flags;
  return {
    ...{ schema, table, key, actor, opType, since, until, limit, after },
    actions: flags.action,
    changedField: flags.field,
    revisionId: flags.revision,
    transactionId: flags.transaction,
    order: flags.reverse ? 'oldest' : 'newest',
  };
}

export function logCommand(cli: Cli): Command {
  return new Command('log')
    .description('who changed what, from what to what; newest first')
    .option('--table <name>', 'shop.orders, or orders in any schema')
    .option('--schema <name>', 'its tables; with --table, which may then hold a dot')
    .option('--key <value>', 'one row; of a key of several columns, --key for each', keyArgument)
    .option('--action <actions>', 'insert, update, delete, truncate', actionsArgument)
    .option('--field <column>', 'updates that changed this column')
    .option('--actor <name>', 'who: actor of the context, else modified_by, else the role')
    .option('--op-type <type>', 'what kind of operation')
    .option('--revision <id>', "the application's revision")
    .option('--transaction <id>', 'one transaction', transactionArgument)
    .option('--since <time>', 'from then on', timeArgument)
    .option('--until <time>', 'before then', timeArgument)
    .option('--reverse', 'oldest first')
    .option('--limit <number>', 'at most so many entries', limitArgument, 50)
    .option('--after <cursor>', 'go on where a run with the same filter stopped')
    .option('--full', 'show long values whole')
    .addHelpText('after', examples)
    .action(
      cli.action<LogFlags>(async ({ options, output, database }) => {
        const { full = false } = options;
        const renderer = new LogRenderer({ style: output.style, width: output.width, full });
        let shown = 0;
        const next = await database((driver) =>
          readLog(createAuditClient(driver), queryOf(options), (entry) => {
            shown++;
            output.data(output.json ? toJson(entry) : renderer.render(entry));
          }),
        );
        if (shown === 0) output.note(() => 'No entries.');
        if (next !== null) output.more(next);
        return 'fine';
      }),
    );
}

const examples = `
Times: '2 hours ago' or 2h, today, yesterday, 2026-05-01, '2026-05-01 08:00'
(local time), or 2026-05-01T08:00:00Z.
With --json, each line is an entry with the names that @audit/client gives it;
where there is more, stderr says {"next": {"after": "<cursor>"}}.

Examples:
  $ audit-cli log --table shop.orders --key 1001 --reverse
  $ audit-cli log --actor support --since yesterday
  $ audit-cli log --field price --json | jq '{key, changes}'
`;
