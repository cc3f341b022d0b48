import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** How pgTAP gets into a database: as an extension where the server has it, else as plain SQL. */
export function pgtapScript(extensions: readonly string[]): string {
  return extensions.includes('pgtap') ? 'create extension pgtap' : plainPgtap();
}

/** PGlite's package of the extension carries the SQL, which needs nothing compiled. */
function plainPgtap(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite-pgtap');
  const archive = join(dirname(entry), 'pgtap.tar.gz');
  const script = tar('-tzf', archive)
    .split('\n')
    .find((name) => /\/pgtap--[\d.]+\.sql$/.test(name));
  if (script === undefined) throw new Error(`${archive} has no SQL of pgTAP`);
  return tar('-xzOf', archive, script);
}

function tar(...args: string[]): string {
  return execFileSync('tar', args, { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
}
