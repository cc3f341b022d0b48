import { type AuditGroups, createAuditGroups, type Mark } from '@audit/client';
import { AuditError } from '@audit/schema';
import { Command } from 'commander';
import type { Cli } from '../cli.js';
import { withGroups } from '../groups/connect.js';
import { time } from '../groups/describe.js';
import { printable } from '../output/printable.js';
import type { Style } from '../output/style.js';
import { table } from '../output/table.js';
import { lockTimeoutOption } from '../sql/lock-timeout.js';

interface SetFlags {
  readonly note?: string;
  readonly lockTimeout: string;
}

export function markCommand(cli: Cli): Command {
  const mark = new Command('mark').description('marks: points that all tables of a group agree on');
  const subcommands = [
    new Command('list')
      .description('the marks of a group, or of all')
      .argument('[group]')
      .action(
        cli.action<object, [string | undefined]>(async ({ output, database }, group) => {
          const found = await database((driver) => marksOf(createAuditGroups(driver), group));
          output.result(found, (style) => describe(found, style, output.width));
          return 'fine';
        }),
      ),
    new Command('set')
      .description('set a mark; without a name it is called after the time')
      .argument('<group>')
      .argument('[name]', 'a % in it stands for the time')
      .option('--note <text>', 'what it is for')
      .addOption(lockTimeoutOption())
      .action(
        cli.action<SetFlags, [string, string | undefined]>(
          async ({ options, output, database }, group, name) => {
            const note = options.note === undefined ? {} : { note: options.note };
            const set = await database((driver) =>
              withGroups(driver, options.lockTimeout, (groups) =>
                groups.setMark(group, name, note),
              ),
            );
            output.result(
              { group, mark: set },
              ({ green, bold }) => `${green('✓')} mark ${bold(printable(set))}`,
            );
            return 'fine';
          },
        ),
      ),
    change('delete', 'forget a mark', (groups, ...of) => groups.deleteMark(...of)),
    change('delete-before', 'forget all marks before one', async (groups, ...of) => {
      await groups.deleteMarksBefore(...of);
    }),
    change('protect', 'let nobody delete a mark or roll back behind it', (groups, ...of) =>
      groups.protectMark(...of),
    ),
    change('unprotect', 'end that', (groups, ...of) => groups.unprotectMark(...of)),
    new Command('rename')
      .description('give a mark another name')
      .argument('<group>')
      .argument('<mark>')
      .argument('<name>')
      .action(
        cli.action<object, [string, string, string]>(async ({ output, database }, ...of) => {
          await database((driver) => createAuditGroups(driver).renameMark(...of));
          output.result(
            { group: of[0], mark: of[2] },
            ({ green, bold }) => `${green('✓')} mark ${bold(printable(of[2]))}`,
          );
          return 'fine';
        }),
      ),
  ];
  for (const command of subcommands)
    mark.addCommand(command, { isDefault: command.name() === 'list' });
  return mark;

  function change(
    verb: string,
    description: string,
    work: (groups: AuditGroups, group: string, mark: string) => Promise<void>,
  ): Command {
    return new Command(verb)
      .description(description)
      .argument('<group>')
      .argument('<mark>')
      .action(
        cli.action<object, [string, string]>(async ({ output, database }, group, name) => {
          await database((driver) => work(createAuditGroups(driver), group, name));
          output.result(
            { group, mark: name, done: verb },
            ({ green, bold }) => `${green('✓')} ${verb} ${bold(printable(name))}`,
          );
          return 'fine';
        }),
      );
  }
}

/** No marks of a group that there is not is a slip of the pen. */
async function marksOf(groups: AuditGroups, group: string | undefined): Promise<Mark[]> {
  const marks = await groups.marks(group);
  if (marks.length > 0 || group === undefined) return marks;
  const names = (await groups.list()).map(({ name }) => name);
  if (names.includes(group)) return marks;
  throw new AuditError(`there is no group ${group}`, {
    hint:
      names.length > 0
        ? `The groups are ${names.join(', ')}.`
        : 'Make one with audit-cli group create.',
  });
}

function describe(marks: readonly Mark[], { bold, dim, yellow }: Style, width: number): string {
  if (marks.length === 0) return dim('There is no mark yet: audit-cli mark set <group>');
  return table(
    ['GROUP', 'MARK', 'SET AT', 'BY', 'TABLES', 'NOTE'],
    marks.map((row) => [
      printable(row.group),
      `${bold(printable(row.name))}${row.protected ? yellow(' protected') : ''}`,
      time(row.markedAt),
      printable(row.markedBy),
      String(row.tables),
      printable(row.note ?? ''),
    ]),
    { dim, width },
  );
}
