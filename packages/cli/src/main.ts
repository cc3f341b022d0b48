#!/usr/bin/env node
import { CommanderError } from 'commander';
import { Cli, type Outcome } from './cli.js';
import { explain } from './errors/explain.js';
import { UsageError, usageErrorOf } from './errors/usage-error.js';
import { exitCodes } from './exit-codes.js';
import { createProgram } from './program.js';

// `audit-cli log | head` closes the pipe early, which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.fine);
});

process.exitCode = exitCodes[await run(process.argv)];

async function run(argv: string[]): Promise<Outcome> {
  const cli = new Cli(process);
  const program = createProgram(cli);
  try {
    await program.parseAsync(argv);
    return cli.outcome;
  } catch (error) {
    // --help and --version end this way too.
    if (error instanceof CommanderError && error.exitCode === 0) return 'fine';
    const failure = error instanceof CommanderError ? usageErrorOf(error) : explain(error);
    // What is wrong with the command line may have kept the parser from reaching the options.
    cli.output({ json: argv.includes('--json'), ...program.opts() }).failure(failure);
    return failure instanceof UsageError ? 'usage' : 'error';
  }
}
