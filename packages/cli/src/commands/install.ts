import { type InstallOptions, type InstallResult, install, installScript } from '@audit/schema';
import { Command, Option } from 'commander';
import type { Cli } from '../cli.js';
import { lockTimeoutOption } from '../sql/lock-timeout.js';

interface InstallFlags extends InstallOptions {
  readonly dryRun?: boolean;
}

export function engineOption(): Option {
  return new Option(
    '--engine <engine>',
    'what computes JSON diffs; auto takes plv8 where it can be had (default: the one installed, else auto)',
  ).choices(['auto', 'plv8', 'sql']);
}

export function installCommand(cli: Cli): Command {
  return new Command('install')
    .description('install the audit schema, or bring it to this version; safe to run again')
    .addOption(engineOption())
    .addOption(lockTimeoutOption())
    .option('--dry-run', 'print the SQL that this database needs, and change nothing')
    .action(
      cli.action<InstallFlags>(async ({ options, output, database }) => {
        const { engine, lockTimeout } = options;
        if (options.dryRun) {
          const sql = await database((driver) => installScript(driver, { engine, lockTimeout }));
          output.result({ dryRun: true, sql }, () => sql);
          return 'fine';
        }
        const done = await database((driver) => install(driver, { engine, lockTimeout }));
        output.result(done, ({ green, bold }) => `${green('✓')} ${bold(told(done))}`);
        output.note(({ dim }) => dim('Next: audit-cli track <table>'));
        return 'fine';
      }),
    );
}

function told({ from, to, engine }: InstallResult): string {
  if (from === null) return `The audit schema is installed: version ${to}, ${engine} engine.`;
  if (from === to) return `The audit schema is up to date: version ${to}, ${engine} engine.`;
  return `The audit schema went from version ${from} to ${to}, ${engine} engine.`;
}
