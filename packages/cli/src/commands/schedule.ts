import { Command, Option } from 'commander';
import type { Cli, Run } from '../cli.js';
import { printable } from '../output/printable.js';
import { table } from '../output/table.js';
import {
  type ExportScheduleOptions,
  type MaintenanceOptions,
  scheduledJobs,
  scheduleExport,
  scheduleMaintenance,
  unscheduleExport,
  unscheduleMaintenance,
} from '../retention/schedule-statements.js';
import { runAll, type Statement, script } from '../sql/statement.js';
import { columnList } from '../track/column-list.js';

interface DryRun {
  readonly dryRun?: boolean;
}

export function scheduleCommand(cli: Cli): Command {
  return new Command('schedule')
    .description('let the database itself do something every night, with pg_cron')
    .addCommand(maintenanceCommand(cli))
    .addCommand(exportCommand(cli))
    .addCommand(listCommand(cli))
    .addCommand(removeCommand(cli))
    .addHelpText('after', examples);
}

function maintenanceCommand(cli: Cli): Command {
  return withDryRun(
    new Command('maintenance')
      .description('months ahead, the default partition emptied, and old months dropped')
      .option('--keep <time>', "drop months that are wholly older, for example '12 months'")
      .addOption(atOption('30 2 * * *')),
  ).action(
    cli.action<MaintenanceOptions & DryRun>((run) =>
      schedule(run, scheduleMaintenance(run.options), 'maintenance'),
    ),
  );
}

function exportCommand(cli: Cli): Command {
  return withDryRun(
    new Command('export')
      .description("the CSV of each day's field changes of a table, on the server's disk")
      .argument('<table>', 'schema.table, or a table on the search_path')
      .addOption(atOption('0 3 * * *'))
      .option('--directory <path>', 'a directory on the server that its administrator has allowed')
      .option('--id-header <name>', "header of the key's column")
      .option('--actions <list>', 'I, U, D, separated by commas', columnList)
      .option('--time-zone <name>', 'whose days these are'),
  ).action(
    cli.action<ExportScheduleOptions & DryRun, [string]>((run, name) =>
      schedule(run, scheduleExport(name, run.options), `the export of ${name}`),
    ),
  );
}

function listCommand(cli: Cli): Command {
  return new Command('list').description('what is scheduled').action(
    cli.action(async ({ output, database }) => {
      const jobs = await database(scheduledJobs);
      output.result({ jobs }, ({ dim, yellow }) =>
        jobs.length === 0
          ? dim('Nothing is scheduled.')
          : table(
              ['JOB', 'SCHEDULE', 'ACTIVE', 'DOES'],
              jobs.map(({ job, schedule: at, active, does }) => [
                printable(job),
                printable(at),
                active ? 'yes' : yellow('no'),
                printable(does),
              ]),
              { dim, width: output.width },
            ),
      );
      return 'fine';
    }),
  );
}

function removeCommand(cli: Cli): Command {
  return withDryRun(
    new Command('remove')
      .description('end a schedule: maintenance, or the export of a table')
      .argument('<what>', 'maintenance, or the table whose export is scheduled'),
  ).action(
    cli.action<DryRun, [string]>(async ({ options, output, database }, what) => {
      const statement = what === 'maintenance' ? unscheduleMaintenance : unscheduleExport(what);
      if (options.dryRun) {
        const sql = script([statement]);
        output.result({ dryRun: true, sql }, () => sql);
        return 'fine';
      }
      await database((driver) => runAll(driver, [statement]));
      output.result({ removed: what }, ({ green }) => {
        return `${green('✓')} ${printable(what)} is no longer scheduled`;
      });
      return 'fine';
    }),
  );
}

async function schedule(
  { options, output, database }: Pick<Run<DryRun>, 'options' | 'output' | 'database'>,
  statement: Statement,
  what: string,
): Promise<'fine'> {
  if (options.dryRun) {
    const sql = script([statement]);
    output.result({ dryRun: true, sql }, () => sql);
    return 'fine';
  }
  const [job] = await database((driver) => runAll<{ id: string }>(driver, [statement]));
  output.result({ scheduled: what, job: BigInt(job?.id ?? 0) }, ({ green, bold }) => {
    return `${green('✓')} ${bold(printable(what))} is scheduled, as job ${job?.id} of pg_cron`;
  });
  return 'fine';
}

function atOption(usual: string): Option {
  return new Option('--at <schedule>', `as cron writes it; default: '${usual}'`);
}

function withDryRun(command: Command): Command {
  return command.option('--dry-run', 'print the SQL and change nothing');
}

const examples = `
Examples:
  $ audit-cli schedule maintenance --keep '12 months'
  $ audit-cli schedule export shop.users --time-zone Europe/Berlin
  $ audit-cli schedule list
  $ audit-cli schedule remove shop.users
`;
