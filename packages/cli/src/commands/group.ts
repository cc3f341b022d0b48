import { createAuditGroups, type Group } from '@audit/client';
import { Command } from 'commander';
import type { Cli } from '../cli.js';
import { tableName } from '../groups/describe.js';
import { printable } from '../output/printable.js';
import type { Style } from '../output/style.js';
import { table } from '../output/table.js';

export function groupCommand(cli: Cli): Command {
  const group = new Command('group').description(
    'groups of tables that are marked and rolled back together',
  );
  const subcommands = [
    new Command('list').description('the groups and their tables').action(
      cli.action(async ({ output, database }) => {
        const found = await database((driver) => createAuditGroups(driver).list());
        output.result(found, (style) => describe(found, style, output.width));
        return 'fine';
      }),
    ),
    new Command('create')
      .description('make a group, still empty')
      .argument('<group>')
      .option('--note <text>', 'what it is for')
      .action(
        cli.action<{ note?: string }, [string]>(async ({ options, output, database }, name) => {
          const note = options.note === undefined ? {} : { note: options.note };
          await database((driver) => createAuditGroups(driver).create(name, note));
          output.result(
            { created: name },
            ({ green, bold }) => `${green('✓')} group ${bold(printable(name))}`,
          );
          output.note(({ dim }) =>
            dim('Put tables into it: audit-cli group assign <group> <table>…'),
          );
          return 'fine';
        }),
      ),
    new Command('drop')
      .description('forget a group and its marks; its tables are tracked as before')
      .argument('<group>')
      .action(
        cli.action<object, [string]>(async ({ output, database }, name) => {
          await database((driver) => createAuditGroups(driver).drop(name));
          output.result(
            { dropped: name },
            ({ green, bold }) => `${green('✓')} group ${bold(printable(name))} is forgotten`,
          );
          return 'fine';
        }),
      ),
    new Command('assign')
      .description('put tables into a group; they are tracked with --row-log')
      .argument('<group>')
      .argument('<table...>', 'schema.table, or a table on the search_path')
      .action(
        cli.action<object, [string, string[]]>(async ({ output, database }, name, tables) => {
          await database((driver) =>
            driver.transaction(async (session) => {
              for (const one of tables) {
                await session.query('select audit.assign($1::regclass, $2)', [one, name]);
              }
            }),
          );
          output.result(
            { group: name, assigned: tables },
            ({ green, bold }) =>
              `${green('✓')} ${tables.map((one) => bold(printable(one))).join(', ')} in ${printable(name)}`,
          );
          output.note(({ dim }) => dim('Next: audit-cli mark set <group>'));
          return 'fine';
        }),
      ),
    new Command('unassign')
      .description('take a table out of its group')
      .argument('<table>')
      .action(
        cli.action<object, [string]>(async ({ output, database }, name) => {
          await database((driver) => createAuditGroups(driver).unassign(name));
          output.result(
            { unassigned: name },
            ({ green, bold }) => `${green('✓')} ${bold(printable(name))} is in no group any more`,
          );
          return 'fine';
        }),
      ),
  ];
  for (const command of subcommands)
    group.addCommand(command, { isDefault: command.name() === 'list' });
  return group;
}

function describe(groups: readonly Group[], style: Style, width: number): string {
  const { bold, dim, yellow } = style;
  if (groups.length === 0) return dim('There is no group yet: audit-cli group create <group>');
  return table(
    ['GROUP', 'TABLE', 'SINCE', 'NOTE'],
    groups.flatMap(({ name, note, tables }) => {
      const first = [bold(printable(name)), '–', '', printable(note ?? '')];
      if (tables.length === 0) return [first];
      return tables.map((row) => [
        bold(printable(name)),
        tableName(row),
        row.assignedAt.slice(0, 10),
        row.problem === null ? printable(note ?? '') : yellow(printable(row.problem)),
      ]);
    }),
    { dim, width },
  );
}
