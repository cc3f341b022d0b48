import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a command with our own output. Told of the end by a signal, it takes that for a failure. */
export async function run(command, args, options = {}) {
  const child = spawn(command, args, {
    ...options,
    stdio: 'inherit',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...options.env },
  });
  const [exitCode] = await once(child, 'exit');
  return { exitCode: exitCode ?? 1 };
}
