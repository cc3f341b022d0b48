/** The server of this test run, as it is handed from the process that took it to all others. */
export interface TestServer {
  /** A superuser's URL of the maintenance database. */
  url: string;
  /** `env`: given by AUDIT_TEST_DATABASE_URL; `local` and `embedded`: a scratch cluster of ours. */
  kind: ServerKind;
  /** As `show server_version` says it. */
  version: string;
  majorVersion: number;
  /** The extensions that `create extension` can be expected to create. */
  extensions: string[];
  /** Names this run, so that runs which share a server keep out of each other's way. */
  run: string;
  /** Whether the server, and so a failed test's database, is still there after the run. */
  outlivesRun: boolean;
}

export type ServerKind = 'env' | 'local' | 'embedded';

/** How the server reaches child processes: as JSON in this environment variable. */
const handover = 'AUDIT_TEST_SERVER';

export function announcedServer(): TestServer | undefined {
  const json = process.env[handover];
  return json === undefined ? undefined : (JSON.parse(json) as TestServer);
}

export function announceServer(server: TestServer | undefined): void {
  if (server === undefined) delete process.env[handover];
  else process.env[handover] = JSON.stringify(server);
}

/** The server of this run. Throws where nothing has taken one. */
export function testServer(): TestServer {
  const server = announcedServer();
  if (server === undefined) {
    throw new Error(
      "no test server: add '@audit/test-db/global-setup' to globalSetup in vitest.config.ts, " +
        'or call takeServer() first',
    );
  }
  return server;
}
