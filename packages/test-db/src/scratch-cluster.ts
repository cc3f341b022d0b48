import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Account, asAccount, serverAccount } from './account.js';
import type { Installation } from './binaries.js';
import { initdb } from './initdb.js';
import { reachableBinaries } from './reachable-binaries.js';
import { scratchSettings } from './settings.js';

export interface ScratchOptions {
  /** Whether the cluster outlives this process. */
  stay: boolean;
  /** More lines for postgresql.conf. */
  settings?: readonly string[];
  /** Makes the folder `data` in the directory, in place of initdb. The password is the one to connect with. */
  fill?: (
    bin: string,
    directory: string,
    account: Account | undefined,
  ) => { password: string } | undefined;
}

/** A cluster in a temporary directory, which goes away with the process that started it. */
export interface ScratchCluster {
  url: string;
  directory: string;
  stop(): Promise<void>;
}

/**
 * Runs the server and, when its standard input ends, shuts it down and removes its directory. The
 * input ends when we close it and just as well when we crash or are killed, so that no server is
 * ever left behind.
 */
const keeper = `
exec 3<&0
"$1/postgres" -D "$2/data" >"$2/server.log" 2>&1 3<&- &
server=$!
{ cat >/dev/null; kill -INT "$server"; } <&3 2>/dev/null &
wait "$server" || tail -n 40 "$2/server.log" >&2
rm -rf "$2"
`;

/** The same for a cluster that is to stay: nobody waits for the end of the input. */
const stayingKeeper = `exec "$1/postgres" -D "$2/data" >"$2/server.log" 2>&1`;

const startAttempts = 3;

export async function startScratchCluster(
  installation: Installation,
  options: ScratchOptions,
): Promise<ScratchCluster> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryToStart(installation, options);
    } catch (error) {
      // Between finding a free port and listening on it, somebody else may have taken it.
      if (attempt === startAttempts || !String(error).includes('Address already in use')) {
        throw error;
      }
    }
  }
}

async function tryToStart(
  installation: Installation,
  options: ScratchOptions,
): Promise<ScratchCluster> {
  const account = serverAccount();
  const directory = mkdtempSync(join(tmpdir(), 'audit-test-pg-'));
  try {
    if (account) chownSync(directory, account.uid, account.gid);
    const port = await freePort();
    const bin = reachableBinaries(installation, directory, account);
    const filled = options.fill?.(bin, directory, account);
    const password = filled?.password ?? randomBytes(12).toString('hex');
    if (filled === undefined) initdb(bin, directory, password, account);
    appendFileSync(
      join(directory, 'data', 'postgresql.conf'),
      [scratchSettings(bin, directory, port), ...(options.settings ?? []), ''].join('\n'),
    );

    const keeping = spawn(
      'sh',
      ['-c', options.stay ? stayingKeeper : keeper, 'keeper', bin, directory],
      {
        ...asAccount(account, directory),
        // Its own process group: Ctrl-C in the terminal is for us, the keeper follows.
        detached: true,
        stdio: ['pipe', 'ignore', 'pipe'],
      },
    );
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    await ready(keeping, url);
    unreference(keeping);
    return {
      url,
      directory,
      async stop() {
        if (options.stay || keeping.exitCode !== null || keeping.signalCode !== null) return;
        const exited = once(keeping, 'exit');
        keeping.ref();
        keeping.stdin?.end();
        await exited;
      },
    };
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function ready(server: ChildProcess, url: string): Promise<void> {
  let log = '';
  server.stderr?.on('data', (chunk) => {
    log += chunk;
  });
  const exited = once(server, 'close').then(() => true);
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (await accepts(url)) return;
    if (await Promise.race([exited, sleep(50, false)])) {
      server.stdin?.end();
      throw new Error(`the PostgreSQL server did not start:\n${log}`);
    }
  }
  server.stdin?.end();
  throw new Error('the PostgreSQL server accepted no connection within a minute');
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** A forgotten stop() must not keep our process alive: the keeper notices its end. */
function unreference(server: ChildProcess): void {
  server.unref();
  for (const stream of [server.stdin, server.stderr]) {
    (stream as { unref?(): void } | null)?.unref?.();
  }
}
