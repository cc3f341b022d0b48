/** A server that can be asked for by name: a column of the matrix. */
export interface ServerChoice {
  readonly name: string;
  readonly kind: 'cluster' | 'pglite' | 'image';
  /** What the harness is told to take. */
  readonly environment: Record<string, string>;
}

const embedded = (major: number): ServerChoice => ({
  name: String(major),
  kind: 'cluster',
  environment: { AUDIT_TEST_PG: 'embedded', AUDIT_TEST_PG_MAJOR: String(major) },
});

const everyServer: readonly ServerChoice[] = [
  ...[14, 15, 16, 17, 18].map(embedded),
  { name: 'pglite', kind: 'pglite', environment: {} },
  // The one that all other tests run on: with pg_cron, plpgsql_check and plv8 where it has them.
  { name: 'local', kind: 'cluster', environment: {} },
  { name: 'image', kind: 'image', environment: {} },
];

/** Enough to notice what a version does differently, in a few minutes. */
const usual = ['14', '16', '18', 'pglite', 'local'];

/** `14,pglite`, `all`, or by default the usual ones. */
export function chooseServers(names: string | undefined): ServerChoice[] {
  if (names === 'all') return [...everyServer];
  return (names?.split(',') ?? usual).map((name) => {
    const choice = everyServer.find((server) => server.name === name);
    if (choice) return choice;
    const known = everyServer.map((server) => server.name).join(', ');
    throw new Error(`there is no server ${name} to test on: the servers are ${known}`);
  });
}
