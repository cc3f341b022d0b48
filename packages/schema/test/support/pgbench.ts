import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** pgbench beside the server's own binaries (as `pg_config` or the usual folders have them), or on PATH. */
export function findPgbench(majorVersion: number): string | undefined {
  const folders = [
    `/usr/lib/postgresql/${majorVersion}/bin`,
    configured(),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return folders
    .filter((folder) => folder !== undefined && folder !== '')
    .map((folder) => join(folder as string, 'pgbench'))
    .find((file) => existsSync(file));
}

function configured(): string | undefined {
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
