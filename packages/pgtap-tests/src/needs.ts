/**
 * What a file says of the server that it is for, in comments at its top:
 *
 *     -- Needs: PostgreSQL 15
 *     -- Needs: extension plpgsql_check
 *     -- Needs: no PGlite (it has a single connection)
 */

export interface ServerFacts {
  majorVersion: number;
  extensions: readonly string[];
  pglite: boolean;
}

/** Why the file can't run on the server; undefined where it can. */
export function unmetNeed(script: string, server: ServerFacts): string | undefined {
  const needs = [...script.matchAll(/^-- Needs: (.+)$/gm)].map((match) => match[1] ?? '');
  return needs.find((need) => !isMet(need, server))?.replace(/^/, 'needs ');
}

function isMet(need: string, server: ServerFacts): boolean {
  const [subject, what] = need.split(' ');
  if (subject === 'PostgreSQL') return server.majorVersion >= Number(what);
  if (subject === 'extension') return server.extensions.includes(what ?? '');
  if (subject === 'no' && what === 'PGlite') return !server.pglite;
  throw new Error(`the runner knows no such need: ${need}`);
}
