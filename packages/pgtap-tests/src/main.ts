import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { findGaps } from './coverage.js';
import { findTestFiles } from './files.js';
import { renderMatrix } from './matrix.js';
import { leaveReport, type Outcome, problemsOf, totalsOf } from './report.js';
import type { ServerResult } from './results.js';
import { chooseServers, type ServerChoice } from './servers.js';
import { testServer } from './test-server.js';

interface Options {
  servers?: string;
  json?: boolean;
}

const program = new Command('pgtap-tests')
  .description('Runs the pgTAP suite on several PostgreSQL servers and prints a matrix.')
  .argument('[words...]', 'only the files whose names contain one of these')
  .option('--servers <list>', '14, 15, 16, 17, 18, pglite, local, image, or all')
  .option('--json', 'print the outcome as JSON')
  .parse();

const { servers, json } = program.opts<Options>();
const outcome = await run(chooseServers(servers), program.args);
const totals = totalsOf(outcome);
if (json) {
  console.log(JSON.stringify({ ...totals, ...outcome }, null, 2));
} else {
  console.log(renderMatrix(outcome.servers));
  for (const problem of problemsOf(outcome)) console.error(`\n${problem}`);
  console.log(`\n${(outcome.milliseconds / 1000).toFixed(0)} s`);
}
leaveReport(totals);
// Where nothing could be tested nothing is proved: of the image alone, without a Docker engine.
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;

async function run(choices: readonly ServerChoice[], words: string[]): Promise<Outcome> {
  const began = Date.now();
  const results = new Map<ServerChoice, ServerResult>();
  // Those that take longest begin first, so that the end does not wait for one of them alone.
  const next = [...choices].sort((a, b) => weight(b) - weight(a)).values();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const choice of next) results.set(choice, await testServer(choice, words));
    }),
  );
  const inOrder = choices.flatMap((choice) => results.get(choice) ?? []);
  // A few files alone need not exercise everything.
  const whole = words.length === 0;
  return {
    servers: inOrder,
    gaps: whole ? findGaps(inOrder, findTestFiles()) : { functions: [], states: [] },
    milliseconds: Date.now() - began,
  };
}

function weight({ kind }: ServerChoice): number {
  return kind === 'cluster' ? 0 : 1;
}
