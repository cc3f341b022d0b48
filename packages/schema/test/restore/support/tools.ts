import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findBinary } from '@audit/test-db';
import { describe } from 'vitest';

const execute = promisify(execFile);

/**
 * A `describe` whose tests need programs of the server's installation: skipped where it lacks them, with the reason
 * in the title.
 */
export function describeWithTools(
  tools: readonly string[],
  title: string,
  tests: () => void,
): void {
  const missing = tools.filter((tool) => findBinary(tool) === undefined);
  if (missing.length === 0) describe(title, tests);
  else describe.skip(`${title} [needs ${missing.join(', ')} beside the server]`, tests);
}

/** Runs a program of the server's installation and gives what it wrote to its standard error. */
export async function runTool(tool: string, ...args: string[]): Promise<string> {
  const path = findBinary(tool);
  if (path === undefined) throw new Error(`there is no ${tool} beside the server`);
  const { stderr } = await execute(path, args, {
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
    env: { LC_ALL: 'C' },
  });
  return stderr;
}
