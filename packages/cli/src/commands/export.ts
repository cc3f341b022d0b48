import { type AuditDriver, createAuditClient, type EntryFilter } from '@audit/client';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Cli, Run } from '../cli.js';
import { UsageError } from '../errors/usage-error.js';
import { views } from '../export/columns.js';
import { exportCondition } from '../export/condition.js';
import { refuseExisting, requireDirectory } from '../export/destination.js';
import { explainReader } from '../export/explain-reader.js';
import { fileIn } from '../export/file-name.js';
import { checkUsage, type ExportFlags } from '../export/flags.js';
import { formatOf, formats } from '../export/format.js';
import { checkFile, exportIncrement, readerOf } from '../export/incremental.js';
import { showProgress } from '../export/progress.js';
import { type ExportRequest, type ExportSummary, stdoutName } from '../export/request.js';
import { timeZoneOf } from '../export/session.js';
import { namedTable } from '../export/table.js';
import { exportWhole } from '../export/whole.js';
import { actionsArgument, keyArgument } from '../log/filter-arguments.js';
import { timeArgument } from '../log/time-argument.js';
import { toJson } from '../output/json.js';
import { printable } from '../output/printable.js';

/** Exports as the flags say, and tells what was written. */
async function runExport(
  driver: AuditDriver,
  flags: ExportFlags,
  { surroundings }: Pick<Run<ExportFlags>, 'surroundings'>,
): Promise<ExportSummary> {
  const { stdout, stderr } = surroundings;
  const format = formatOf(flags.format, flags.output, 'csv');
  if (format === 'xlsx' && flags.output === stdoutName && stdout.isTTY) {
    throw new UsageError('a workbook is nothing for a terminal', { hint: 'Name a file with -o.' });
  }
  const { view } = flags;
  const filter = await namedTable(driver, filterOf(flags));
  const timeZone = await timeZoneOf(driver, flags.timeZone);
  const oneTable = filter.table !== undefined && filter.schema !== undefined;
  const query = driver.query.bind(driver);
  const file = await fileIn(query, flags.output, filter.table, timeZone, format);
  if (flags.incremental !== undefined && file !== flags.output) {
    throw new UsageError('an incremental export goes on in one file, and this is a directory', {
      hint: 'Name the file with -o.',
    });
  }
  const plain: Omit<ExportRequest, 'onRows'> = {
    selection: { view, format, timeZone, oneTable },
    filter,
    file,
    safeCells: flags.safeCells ?? format === 'xlsx',
    force: flags.force ?? false,
  };
  const total = stderr.isTTY ? await totalOf(driver, flags, filter) : undefined;
  const progress = showProgress(stderr, total);
  const request: ExportRequest = { ...plain, onRows: (rows) => progress.add(rows) };
  try {
    if (flags.incremental === undefined) {
      const { day, idHeader } = flags;
      return await exportWhole(driver, { ...request, day, idHeader, stdout });
    }
    const increment = { ...request, reader: flags.incremental, stdout };
    const reader = readerOf(createAuditClient(driver), increment);
    if (flags.reset) {
      await requireDirectory(request.file);
      if (format !== 'xlsx') await refuseExisting(request.file, request.force);
      await reader.reset({ afterId: flags.afterId });
    } else {
      await checkFile(query, increment);
    }
    return await explainReader(() => exportIncrement(reader, increment));
  } finally {
    progress.stop();
  }
}

/** The server's own export has updates only, unless told otherwise. */
function filterOf(flags: ExportFlags): EntryFilter {
  const { schema, table, key, actor, opType, since, until, view } = flags;
  const actions = flags.action ?? (view === 'fields' ? (['U'] as const) : undefined);
  return { schema, table, key, actor, opType, since, until, actions };
}

/** For somebody who looks on, it is worth a count; of fields nobody knows how many a record has. */
async function totalOf(
  driver: AuditDriver,
  { view, day, incremental }: ExportFlags,
  filter: EntryFilter,
): Promise<number | undefined> {
  if (view === 'fields' || day !== undefined || incremental !== undefined) return undefined;
  const { text, params } = exportCondition(view, filter, undefined);
  const { rows } = await driver.query<{ count: string }>(
    `select count(*)::text as count from audit.data_op_log as e where ${text}`,
    params,
  );
  return Number(rows[0]?.count ?? 0);
}

export function exportCommand(cli: Cli): Command {
  return new Command('export')
    .description('write the field changes, or the log itself, to a file')
    .addOption(
      new Option('--format <format>', "default: the output's extension, else csv").choices(formats),
    )
    .addOption(
      new Option('--view <view>', 'a row for each changed field, or for each record of the log')
        .choices(views)
        .default('fields'),
    )
    .option('--table <name>', 'shop.orders, or orders where there is one only')
    .option('--schema <name>', 'its tables; with --table, which may then hold a dot')
    .option('--key <value>', 'one row; of a key of several columns, --key for each', keyArgument)
    .option(
      '--action <actions>',
      'insert, update, delete, truncate (default of fields: update)',
      actionsArgument,
    )
    .option('--actor <name>', 'who: actor of the context, else modified_by, else the role')
    .option('--op-type <type>', 'what kind of operation')
    .option('--since <time>', 'transactions that began then or later', timeArgument)
    .option('--until <time>', 'transactions that began before', timeArgument)
    .option('--day <day>', 'changes of a calendar day: yesterday, today, 2026-05-01', dayArgument)
    .option('--time-zone <name>', "the day's, and that of times (default: the database's)")
    .option('-o, --output <file>', 'a file, a directory, or - for stdout', stdoutName)
    .option('--force', 'replace a file that is there')
    .option('--safe-cells', 'no cell that a spreadsheet takes for a formula (default of xlsx)')
    .option('--no-safe-cells', 'cells as they are (default of csv)')
    .option('--id-header <name>', 'name of the first column of fields (default: data_id)')
    .option('--incremental <name>', 'only what no run under this name has written yet')
    .option('--reset', 'with --incremental: begin anew, in a new file')
    .option('--after-id <id>', 'with --reset: with records whose id is greater', idArgument)
    .addHelpText('after', examples)
    .action(
      cli.action<ExportFlags>(async (run) => {
        const { options, output, database, surroundings } = run;
        checkUsage(options);
        const done = await database((driver) => runExport(driver, options, { surroundings }));
        if (!output.json) {
          const where = done.file === null ? '' : ` to ${printable(done.file)}`;
          output.note(
            ({ green }) => `${green('✓')} ${done.rows} rows, ${done.bytes} bytes${where}`,
          );
        } else if (options.output === stdoutName) {
          surroundings.stderr.write(`${toJson(done)}\n`);
        } else {
          output.result(done, () => '');
        }
        return 'fine';
      }),
    );
}

function dayArgument(text: string): string {
  if (text === 'yesterday' || text === 'today' || isDate(text)) return text;
  throw new InvalidArgumentError('It is yesterday, today or a date such as 2026-05-01.');
}

/** One that the calendar has. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function idArgument(text: string): bigint {
  if (/^\d{1,18}$/.test(text)) return BigInt(text);
  throw new InvalidArgumentError('It is the id of a record: a whole number.');
}

const examples = `
A file is written whole or not at all. With --incremental it is appended to, and
each record is in it exactly once, whatever is killed meanwhile; a workbook gets
a number of its own for each run (changes-000001.xlsx). --json tells what was
written, on stderr where the data go to stdout.

Examples:
  $ audit-cli export --table shop.users --day yesterday -o /var/exports/
  $ audit-cli export --view records --since 2026-05-01 -o may.jsonl
  $ audit-cli export --table shop.orders --actor support -o support.xlsx
  $ audit-cli export --view records --incremental warehouse -o changes.csv
`;
