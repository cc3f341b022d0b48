import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { asAccount } from './account.js';
import { embeddedInstallation, type Installation, localInstallation } from './binaries.js';
import { type ScratchCluster, startScratchCluster } from './scratch-cluster.js';
import { testServer } from './server.js';

/** A server beside the one of the test run, for what takes two. */
export interface SecondServer {
  /** A superuser's URL of a database, by default the maintenance database. */
  url(database?: string): string;
  /** A new connection; closed by `stop`. */
  connect(database?: string): Promise<pg.Client>;
  stop(): Promise<void>;
}

/**
 * A program of the test server's own installation, such as `pg_dump`; undefined where there is none, as with the
 * binaries from npm.
 */
export function findBinary(name: string): string | undefined {
  const path = join(installation().bin, name);
  return existsSync(path) ? path : undefined;
}

/**
 * Another cluster of the same version, where all OIDs differ.
 *
 * @example
 * const second = await startSecondServer({ settings: ['wal_level = logical'] });
 * const client = await second.connect();
 * await second.stop();
 */
export async function startSecondServer(
  options: { settings?: readonly string[] } = {},
): Promise<SecondServer> {
  return secondServer(await startScratchCluster(installation(), { stay: false, ...options }));
}

/** A physical standby that streams from a second server. Needs pg_basebackup. */
export async function startStandby(primary: SecondServer): Promise<SecondServer> {
  const cluster = await startScratchCluster(installation(), {
    stay: false,
    fill(bin, directory, account) {
      execFileSync(
        join(bin, 'pg_basebackup'),
        ['-D', join(directory, 'data'), '-d', primary.url(), '-R', '-X', 'stream', '-c', 'fast'],
        { ...asAccount(account, directory), stdio: ['ignore', 'ignore', 'pipe'], timeout: 60_000 },
      );
      return { password: new URL(primary.url()).password };
    },
  });
  return secondServer(cluster);
}

function installation(): Installation {
  const { kind, majorVersion } = testServer();
  const found =
    kind === 'embedded'
      ? embeddedInstallation(majorVersion)
      : (localInstallation(majorVersion) ?? embeddedInstallation(majorVersion));
  if (found === undefined) {
    throw new Error(`no installation of PostgreSQL ${majorVersion} to start a second server with`);
  }
  return found;
}

function secondServer(cluster: ScratchCluster): SecondServer {
  const clients: pg.Client[] = [];
  const url = (database = 'postgres') => {
    const copy = new URL(cluster.url);
    copy.pathname = `/${encodeURIComponent(database)}`;
    return copy.href;
  };
  return {
    url,
    async connect(database) {
      const client = new pg.Client({ connectionString: url(database) });
      client.on('error', () => {});
      await client.connect();
      clients.push(client);
      return client;
    },
    async stop() {
      await Promise.allSettled(clients.splice(0).map((client) => client.end()));
      await cluster.stop();
    },
  };
}
