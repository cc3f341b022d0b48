import { AuditError } from '@audit/schema';
import { urlHint } from '../errors/explain-connection.js';

/** The database that a command works on. */
export type Target =
  | { readonly kind: 'pglite'; readonly directory: string }
  /** Without a URL, node-postgres takes the PG* variables and ~/.pgpass, as psql does. */
  | { readonly kind: 'postgres'; readonly url: string | undefined };

/** `--database-url`, else `DATABASE_URL`, else the PG* variables. */
export function chooseTarget(flag: string | undefined, env: NodeJS.ProcessEnv): Target {
  const url = flag ?? (env.DATABASE_URL || undefined);
  if (url === undefined) return { kind: 'postgres', url };
  if (url.startsWith('pglite:')) {
    const directory = url.slice('pglite:'.length);
    if (directory === '') throw unreadable();
    return { kind: 'pglite', directory };
  }
  // A password with an unescaped delimiter would be taken for a host name, and be shown as one.
  const [, authority, rest] = /^postgres(?:ql)?:\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
  if (authority === undefined || rest === undefined) throw unreadable();
  if (!authority.includes('@') && /^[^?]*@|^\?[^=]*@/.test(rest)) throw unreadable();
  if (!URL.canParse(url) && !URL.canParse(url.replace('@/', '@host/'))) throw unreadable();
  return { kind: 'postgres', url };
}

/** Says nothing of what was given, because that may hold a password. */
function unreadable(): AuditError {
  return new AuditError('the database URL cannot be read', { hint: urlHint });
}
