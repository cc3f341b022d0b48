import {
  type AuditDriver,
  type AuditEntry,
  createAuditClient,
  type EntryFilter,
} from '@audit/client';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Cli } from '../cli.js';
import { UsageError } from '../errors/usage-error.js';
import { type View, views } from '../export/columns.js';
import { writeToStream } from '../export/destination.js';
import { explainReader } from '../export/explain-reader.js';
import { type Format, formatOf } from '../export/format.js';
import { checkFile, exportIncrement, readerOf } from '../export/incremental.js';
import { stdoutName } from '../export/request.js';
import { timeZoneOf } from '../export/session.js';
import { namedTable } from '../export/table.js';
import { actionsArgument, keyArgument, limitArgument } from '../log/filter-arguments.js';
import { LogRenderer } from '../log/render-log.js';
import { toJson } from '../output/json.js';
import { type Repetition, repeatedly } from '../tail/repeatedly.js';
import { untilSignal } from '../tail/until-signal.js';

interface TailFlags extends Pick<EntryFilter, 'schema' | 'table' | 'key' | 'actor' | 'opType'> {
  readonly action?: EntryFilter['actions'];
  readonly field?: string;
  readonly follow?: boolean;
  readonly lines: number;
  readonly poll: number;
  readonly reader?: string;
  readonly output?: string;
  readonly format?: Format;
  readonly view: View;
  readonly full?: boolean;
}

/** What the entries are handed to; it waits for a slow reader of stdout. */
type Show = (entry: AuditEntry) => Promise<void>;

/** Shows the last entries, and with `follow` those that come. */
async function tailLog(
  driver: AuditDriver,
  { lines }: TailFlags,
  filter: EntryFilter,
  { follow, signal, poll, onRetry }: Repetition,
  show: Show,
): Promise<void> {
  const client = createAuditClient(driver);
  if (!follow) {
    const { entries } = await client.entries({ ...filter, limit: Math.min(lines, 1000) });
    for (const entry of entries.reverse()) await show(entry);
    return;
  }
  const retryFor = Number.POSITIVE_INFINITY;
  const options = { last: lines, signal, pollInterval: poll, retryFor, onRetry };
  for await (const entry of client.follow(filter, options)) await show(entry);
}

/** Shows what the reader has not read yet. What is on its way when the process is killed is shown again. */
async function tailReader(
  driver: AuditDriver,
  name: string,
  filter: EntryFilter,
  repetition: Repetition,
  show: Show,
): Promise<void> {
  const reader = createAuditClient(driver).reader(name, { filter, output: { file: stdoutName } });
  const limit = 1000;
  await repeatedly(driver, repetition, async () => {
    let read = limit;
    while (read > 0 && !repetition.signal.aborted) {
      read = await reader.read(
        async (entries) => {
          for (const entry of entries) await show(entry);
        },
        { limit },
      );
    }
  });
}

/** Appends what the reader has not read yet to its file, as `export --incremental` does. */
async function tailToFile(
  driver: AuditDriver,
  flags: TailFlags & { readonly reader: string },
  filter: EntryFilter,
  repetition: Repetition,
  stdout: NodeJS.WritableStream,
): Promise<void> {
  const { reader: name, view, output: file = stdoutName } = flags;
  const format = formatOf(flags.format, file, 'jsonl');
  const timeZone = await timeZoneOf(driver, undefined);
  const oneTable = filter.table !== undefined && filter.schema !== undefined;
  const request = {
    ...{ reader: name, filter, file, stdout, signal: repetition.signal },
    selection: { view, format, timeZone, oneTable },
    safeCells: format === 'xlsx',
    force: false,
    onRows() {},
  };
  await checkFile(driver.query.bind(driver), request);
  const reader = readerOf(createAuditClient(driver), request);
  await repeatedly(driver, repetition, async () => {
    await exportIncrement(reader, request);
  });
}

function filterOf(flags: TailFlags): EntryFilter {
  const { schema, table, key, actor, opType } = flags;
  return { schema, table, key, actor, opType, actions: flags.action, changedField: flags.field };
}

function checkUsage({ reader, output, format }: TailFlags): void {
  if (reader === undefined && (output !== undefined || format !== undefined)) {
    throw new UsageError('a file or a format goes with --reader only', {
      hint: 'Name the reader with --reader; for JSON on stdout there is --json.',
    });
  }
}

export function tailCommand(cli: Cli): Command {
  return new Command('tail')
    .description('the newest entries, and those that come')
    .option('-f, --follow', 'go on until stopped; a transaction that commits late comes late')
    .option('-n, --lines <number>', 'begin with the last so many entries', limitArgument, 10)
    .option('--table <name>', 'shop.orders, or orders where there is one only')
    .option('--schema <name>', 'its tables; with --table, which may then hold a dot')
    .option('--key <value>', 'one row; of a key of several columns, --key for each', keyArgument)
    .option('--action <actions>', 'insert, update, delete, truncate', actionsArgument)
    .option('--field <column>', 'updates that changed this column')
    .option('--actor <name>', 'who: actor of the context, else modified_by, else the role')
    .option('--op-type <type>', 'what kind of operation')
    .option(
      '--reader <name>',
      'what no run under this name has read yet, instead of the last entries',
    )
    .option('-o, --output <file>', 'with --reader: append to a file, each record exactly once')
    .addOption(
      new Option(
        '--format <format>',
        "with --reader: as export (default: the file's extension)",
      ).choices(['csv', 'jsonl'] satisfies Format[]),
    )
    .addOption(
      new Option('--view <view>', 'with -o or --format: as export')
        .choices(views)
        .default('records'),
    )
    .option('--poll <seconds>', 'how often to look where nothing wakes it', secondsArgument, 1)
    .option('--full', 'show long values whole')
    .addHelpText('after', examples)
    .action(
      cli.action<TailFlags>(async ({ options, output, pool, surroundings }) => {
        checkUsage(options);
        const { full = false, follow = false, reader } = options;
        const { stdout } = surroundings;
        const renderer = new LogRenderer({ style: output.style, width: output.width, full });
        const show: Show = async (entry) => {
          const text = output.json ? toJson(entry) : renderer.render(entry);
          await writeToStream(stdout, oneLine(`${text}\n`));
        };
        const onRetry = ({ message }: Error, milliseconds: number) =>
          output.note(({ yellow }) =>
            yellow(`${message}; trying again in ${milliseconds / 1000} s`),
          );
        await untilSignal((signal) =>
          pool((driver) =>
            explainReader(async () => {
              const filter = await namedTable(driver, filterOf(options));
              const repetition = { follow, signal, poll: options.poll * 1000, onRetry };
              if (reader === undefined) return tailLog(driver, options, filter, repetition, show);
              if (options.output === undefined && options.format === undefined) {
                return tailReader(driver, reader, filter, repetition, show);
              }
              return tailToFile(driver, { ...options, reader }, filter, repetition, stdout);
            }),
          ),
        );
        return 'fine';
      }),
    );
}

async function* oneLine(text: string): AsyncGenerator<string> {
  yield text;
}

function secondsArgument(text: string): number {
  const seconds = Number(text);
  if (seconds >= 0.05 && seconds <= 3600) return seconds;
  throw new InvalidArgumentError('It is a number of seconds from 0.05 to 3600.');
}

const examples = `
Ends on Ctrl-C or SIGTERM, and goes on by itself after a lost connection. With
--json, each line is an entry with the names that @audit/client gives it; with
-o or --format, the lines are those of \`audit-cli export\`.

Examples:
  $ audit-cli tail -f --table shop.orders
  $ audit-cli tail -f --json | jq 'select(.action == "D")'
  $ audit-cli tail -f --reader warehouse -o changes.jsonl
`;
