import type { AuditDriver } from '@audit/client';
import type { Command } from 'commander';
import { withDatabase } from './connection/open.js';
import { chooseTarget } from './connection/target.js';
import type { exitCodes } from './exit-codes.js';
import { Output, type OutputStream } from './output/output.js';

/** The process that the command runs in. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly argv: readonly string[];
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** Options that every command takes. */
export interface GlobalOptions {
  readonly databaseUrl?: string;
  readonly json?: boolean;
  readonly color?: boolean;
  readonly verbose?: boolean;
}

export type Outcome = keyof typeof exitCodes;

/** One run of a command: what its action works with. */
export interface Run<Options> {
  readonly options: Options & GlobalOptions;
  readonly output: Output;
  readonly surroundings: Surroundings;
  /** Connects, lets `work` have the database, and disconnects. */
  database<Result>(work: (driver: AuditDriver) => Promise<Result>): Promise<Result>;
  /** The same with a pool, which goes on after a lost connection. */
  pool<Result>(work: (driver: AuditDriver) => Promise<Result>): Promise<Result>;
}

/** Ties the commands to the process: reads the common options, and keeps how the run ended. */
export class Cli {
  /** Set by the command that ran; main.ts makes the exit code of it. */
  outcome: Outcome = 'fine';

  constructor(readonly surroundings: Surroundings) {}

  /**
   * Makes a commander action of a function that gets the run and the command's arguments, and says
   * how it ended (nothing: fine).
   */
  action<Options = GlobalOptions, Arguments extends unknown[] = []>(
    run: (run: Run<Options>, ...args: Arguments) => Promise<Outcome | undefined>,
  ): (...args: unknown[]) => Promise<void> {
    return async (...received) => {
      // Commander appends the options and the command to the arguments.
      const command = received.at(-1) as Command;
      const options = command.optsWithGlobals<Options & GlobalOptions>();
      const { env } = this.surroundings;
      const output = this.output(options);
      this.outcome =
        (await run(
          {
            options,
            output,
            surroundings: this.surroundings,
            database: (work) => withDatabase(chooseTarget(options.databaseUrl, env), env, work),
            pool: (work) => withDatabase(chooseTarget(options.databaseUrl, env), env, work, 'pool'),
          },
          ...(received.slice(0, -2) as Arguments),
        )) ?? 'fine';
    };
  }

  output(options: GlobalOptions): Output {
    const { env, stdout, stderr } = this.surroundings;
    return new Output(stdout, stderr, env, options);
  }
}
