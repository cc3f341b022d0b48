import { type AuditStatus, status } from '@audit/schema';
import { Command } from 'commander';
import type { Cli } from '../cli.js';
import { printable } from '../output/printable.js';
import type { Style } from '../output/style.js';
import { table } from '../output/table.js';
import { optionsInShort, qualifiedName } from '../track/tracked-table.js';

export function statusCommand(cli: Cli): Command {
  return new Command('status')
    .description('what is installed and tracked, and whether it is in step; exit code 2 if not')
    .action(
      cli.action(async ({ output, database }) => {
        const found = await database(status);
        output.result(found, (style) => describe(found, style, output.width));
        return found.problems.length > 0 ? 'todo' : 'fine';
      }),
    );
}

function describe(found: AuditStatus, style: Style, width: number): string {
  const { bold, dim, green, yellow } = style;
  const parts: string[] = [];
  if (found.installed) {
    parts.push(
      `${bold('audit schema')}  version ${found.version} of ${found.latest}, ${found.engine} engine`,
      found.tables.length > 0
        ? tableOf(found, style, width)
        : dim('No table is tracked yet: audit-cli track <table>'),
    );
  }
  parts.push(
    found.problems.length > 0
      ? found.problems.map((problem) => `${yellow('!')} ${printable(problem)}`).join('\n')
      : green('✓ everything is in step'),
  );
  return parts.join('\n\n');
}

function tableOf(found: AuditStatus, { dim, green, yellow, bold }: Style, width: number): string {
  return table(
    ['TABLE', 'IN STEP', 'CAPTURE', 'ENGINE', 'SINCE', 'OPTIONS'],
    found.tables.map((row) => [
      bold(qualifiedName(row)),
      row.in_step ? green('yes') : yellow('no'),
      row.capture,
      row.engine,
      new Date(row.tracked_since).toISOString().slice(0, 10),
      optionsInShort(row).join(' · '),
    ]),
    { dim, width },
  );
}
