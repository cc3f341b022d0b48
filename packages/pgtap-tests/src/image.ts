import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildImage } from './build-image.js';
import { docker, missingEngine } from './docker.js';

/** A running container of the image. */
export interface RunningImage {
  container: string;
  /** A superuser's, from here. */
  url: string;
  stop(): Promise<void>;
}

/** Builds the image and starts it; or says why that can't be. */
export async function startImage(): Promise<RunningImage | { absent: string }> {
  const missing = await missingEngine();
  if (missing) return { absent: missing };

  const tag = 'audit-postgres:test';
  await buildImage(tag);
  const password = randomBytes(12).toString('hex');
  const container = await docker(
    ...['run', '--detach', '--env', `POSTGRES_PASSWORD=${password}`, '--env', 'AUDIT_INSTALL=yes'],
    ...['--publish', '127.0.0.1::5432', tag],
  );
  const stop = async () => void (await docker('rm', '--force', '--volumes', container));
  try {
    await healthy(container);
    const address = (await docker('port', container, '5432/tcp')).split('\n')[0];
    return { container, url: `postgres://postgres:${password}@${address}/postgres`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function healthy(container: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const state = await docker(
      'inspect',
      '--format',
      '{{.State.Status}} {{.State.Health.Status}}',
      container,
    );
    if (state === 'running healthy') return;
    if (!state.startsWith('running') || Date.now() > deadline) {
      throw new Error(
        `the image's server did not start (${state}):\n${await docker('logs', '--tail', '30', container)}`,
      );
    }
    await sleep(500);
  }
}
