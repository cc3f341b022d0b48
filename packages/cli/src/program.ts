import { Command } from 'commander';
import type { Cli } from './cli.js';
import { atCommand } from './commands/at.js';
import { demoCommand } from './commands/demo.js';
import { exportCommand } from './commands/export.js';
import { groupCommand } from './commands/group.js';
import { installCommand } from './commands/install.js';
import { logCommand } from './commands/log.js';
import { maintainCommand } from './commands/maintain.js';
import { markCommand } from './commands/mark.js';
import { printSqlCommand } from './commands/print-sql.js';
import { pruneCommand } from './commands/prune.js';
import { rollbackCommand } from './commands/rollback.js';
import { scheduleCommand } from './commands/schedule.js';
import { statsCommand } from './commands/stats.js';
import { statusCommand } from './commands/status.js';
import { tailCommand } from './commands/tail.js';
import { trackCommand } from './commands/track.js';
import { uninstallCommand } from './commands/uninstall.js';
import { untrackCommand } from './commands/untrack.js';
import { exitCodesHelp } from './exit-codes.js';
import { version } from './version.js';

const description = 'Records every change of your PostgreSQL tables, and shows who changed what.';

const epilogue = `
The database is --database-url, else DATABASE_URL, else the PG* variables, as in
psql. pglite:DIR names a directory in which PGlite, the PostgreSQL that runs
inside Node, keeps a database.

Results go to stdout, everything else to stderr. Colours only on a terminal;
NO_COLOR is obeyed.

${exitCodesHelp}

Examples:
  $ audit-cli demo                       a day of business, no server needed
  $ audit-cli install --dry-run | less   read the SQL before anything happens
  $ audit-cli install
  $ audit-cli track shop.orders --ignore updated_at
  $ audit-cli log --table shop.orders --since '1 hour ago'
  $ audit-cli log --actor support --json | jq .changes
  $ audit-cli export --table shop.orders --day yesterday -o orders.csv
  $ audit-cli status || echo "something to do"
  $ audit-cli prune --before '12 months' --dry-run
  $ audit-cli schedule maintenance --keep '12 months'
`;

/** The whole command line: `audit-cli` and its commands. */
export function createProgram(cli: Cli): Command {
  const program = new Command('audit-cli')
    .description(description)
    .option('--database-url <url>', 'postgres://user:password@host:5432/database, or pglite:DIR')
    .option(
      '--json',
      'one JSON document on stdout (log, tail: one per line); errors as JSON on stderr',
    )
    .option('--color', 'colours even where stdout is no terminal, as for less -R')
    .option('--no-color', 'no colours')
    .option('--verbose', 'show where an error comes from')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', "print a command's help")
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', epilogue)
    // main.ts reports errors, and is the only one to end the process.
    .exitOverride()
    .configureOutput({
      writeOut: (text) => cli.surroundings.stdout.write(text),
      writeErr: (text) => cli.surroundings.stderr.write(text),
      outputError: () => {},
    });

  const commands = [
    installCommand,
    trackCommand,
    logCommand,
    exportCommand,
    tailCommand,
    statusCommand,
    maintainCommand,
    pruneCommand,
    scheduleCommand,
    groupCommand,
    markCommand,
    statsCommand,
    rollbackCommand,
    atCommand,
    untrackCommand,
    uninstallCommand,
    printSqlCommand,
    demoCommand,
  ];
  for (const command of commands) {
    const added = command(cli).copyInheritedSettings(program);
    for (const nested of added.commands) nested.copyInheritedSettings(added);
    program.addCommand(added);
  }
  return program;
}
