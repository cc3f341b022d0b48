import { existsSync, readdirSync } from 'node:fs';
import { pglite } from '@audit/client/pglite';
import { Command } from 'commander';
import type { Cli } from '../cli.js';
import { shownOrder } from '../demo/day.js';
import { invocation } from '../demo/invocation.js';
import { type Played, play } from '../demo/play.js';
import { summarize } from '../demo/summary.js';
import { tell } from '../demo/tell.js';
import { UsageError } from '../errors/usage-error.js';
import type { Style } from '../output/style.js';

interface DemoFlags {
  readonly keep?: string;
}

/** Plays the demo in a new PGlite database: in memory, or in the directory that is to be kept. */
async function demo(
  directory: string | undefined,
  step: (done: string, detail: string) => void,
): Promise<Played> {
  if (directory !== undefined && existsSync(directory) && readdirSync(directory).length > 0) {
    throw new UsageError(`${directory} is not empty`, {
      hint: 'Name a directory that is to be made.',
    });
  }
  const { PGlite } = await import('@electric-sql/pglite');
  const db = await PGlite.create(directory);
  try {
    step('PostgreSQL started inside this process', 'PGlite; no server, nothing to configure');
    return await play(pglite(db), step);
  } finally {
    await db.close();
  }
}

export function demoCommand(cli: Cli): Command {
  return new Command('demo')
    .description('a small day of business in an embedded PostgreSQL; needs no server')
    .option(
      '--keep <dir>',
      'keep the database in a new directory, to look at with the other commands',
    )
    .action(
      cli.action<DemoFlags>(async ({ options, output, surroundings }) => {
        let last = performance.now();
        const played = await demo(options.keep, (done, detail) => {
          const now = performance.now();
          const seconds = ((now - last) / 1000).toFixed(1);
          last = now;
          output.note(({ green, dim }) => {
            const lines = [`${green('✓')} ${done}  ${dim(`${seconds} s`)}`, `    ${dim(detail)}`];
            return lines.join('\n');
          });
        });
        const document = {
          database: options.keep === undefined ? null : `pglite:${options.keep}`,
          order: shownOrder,
          history: played.history,
          summary: summarize(played.entries),
        };
        const layout = { style: output.style, width: output.width, full: false };
        output.result(document, () => tell(played, layout));
        const self = invocation(surroundings.argv[1] ?? 'audit-cli', process.cwd());
        output.note((style) => whatNext(options.keep, self, style));
        return 'fine';
      }),
    );
}

function whatNext(directory: string | undefined, self: string, { bold, dim, cyan }: Style): string {
  const kept = directory ?? './audit-demo';
  const url = /^[\w./-]+$/.test(kept) ? `pglite:${kept}` : `'pglite:${kept}'`;
  const lines = [
    ...(directory === undefined ? [`${self} demo --keep ${kept}`] : []),
    `${self} log --database-url ${url} --actor pricing-job`,
    `${self} status --database-url ${url}`,
    `${self} install --dry-run  ${dim('# your own: set DATABASE_URL first')}`,
  ];
  return ['', bold('What to try next'), ...lines.map((line) => `  ${cyan('$')} ${line}`)].join(
    '\n',
  );
}
