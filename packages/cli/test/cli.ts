import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** What would make a run depend on who runs the tests. */
const personal = /^(PG.*|DATABASE_URL|NO_COLOR|FORCE_COLOR|DEBUG|npm_.*)$/;

/** Runs the built `audit-cli`, as a shell does, without a terminal. */
export async function cli(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  const inherited = Object.entries(process.env).filter(([name]) => !personal.test(name));
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...Object.fromEntries(inherited), TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}
