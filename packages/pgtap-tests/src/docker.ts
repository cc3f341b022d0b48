import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs the docker client and gives what it printed; its own words are the error's message. */
export async function docker(...args: string[]): Promise<string> {
  try {
    const { stdout } = await run('docker', args, {
      maxBuffer: 64 * 1024 * 1024,
      // The builder that every engine has; the newer one is a plug-in.
      env: { ...process.env, DOCKER_BUILDKIT: process.env.DOCKER_BUILDKIT ?? '0' },
    });
    return stdout.trim();
  } catch (error) {
    const { stderr, stdout, message } = error as {
      stderr?: string;
      stdout?: string;
      message: string;
    };
    throw new Error(
      `docker ${args[0]}: ${stderr?.trim() || message}\n${stdout?.trim() ?? ''}`.trim(),
    );
  }
}

/** Why there is no Docker engine to use; undefined where there is one. */
export async function missingEngine(): Promise<string | undefined> {
  try {
    await docker('info', '--format', '{{.ServerVersion}}');
    return undefined;
  } catch (error) {
    return `no Docker engine answers (${(error as Error).message.split('\n')[0]})`;
  }
}
