import { randomBytes } from 'node:crypto';
import { announcement } from './announcement.js';
import { findServer } from './find-server.js';
import { inspectServer } from './inspect-server.js';
import { announcedServer, announceServer, type TestServer } from './server.js';
import { dropTemplates } from './template.js';

/** A server and the duty to give it back. */
export interface TakenServer {
  server: TestServer;
  release(): Promise<void>;
}

/**
 * Finds or starts the one server of this test run and tells all child processes of it. Inside an
 * outer run, that run's server is taken, and releasing it does nothing.
 *
 * @example
 * const { server, release } = await takeServer();
 * try {
 *   console.log(server.version);
 * } finally {
 *   await release();
 * }
 */
export async function takeServer(): Promise<TakenServer> {
  const outer = announcedServer();
  if (outer !== undefined) return { server: outer, async release() {} };

  const stay = process.env.AUDIT_TEST_KEEP === '1';
  const found = await findServer({ stay });
  try {
    const server: TestServer = {
      url: found.url,
      kind: found.kind,
      ...(await inspectServer(found.url)),
      run: randomBytes(4).toString('hex'),
      outlivesRun: stay || found.kind === 'env',
    };
    announceServer(server);
    console.error(announcement(server, found));
    return {
      server,
      async release() {
        announceServer(undefined);
        if (server.outlivesRun) await dropTemplates(server);
        await found.stop();
      },
    };
  } catch (error) {
    await found.stop();
    throw error;
  }
}
