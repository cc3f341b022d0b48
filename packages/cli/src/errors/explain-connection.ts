import { AuditError } from '@audit/schema';

/** Where a connection was tried, without any secret. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

const howToName =
  'Name the database with --database-url or DATABASE_URL, or with PGHOST, PGPORT, PGUSER, PGDATABASE.';

/** Why no connection came about, and what to do. */
export function explainConnection(error: unknown, endpoint: Endpoint): AuditError {
  const { host, port, user, database } = endpoint;
  const server = host.startsWith('/') ? `the socket in ${host}, port ${port}` : `${host}:${port}`;
  const { code: rawCode, message = String(error) } = error as { code?: unknown; message?: string };
  const code = typeof rawCode === 'string' ? rawCode : undefined;
  const known = (text: string, hint: string) => new AuditError(text, { code, hint, cause: error });

  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return known(
        `no server answers at ${server}`,
        `Check that PostgreSQL is running there. ${howToName}`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return known(`the host name ${host} is not known here`, howToName);
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return unreachable();
    case '28P01':
      return known(
        `the server at ${server} does not accept this password for the user ${user}`,
        'Check user and password in the database URL, or PGUSER and PGPASSWORD, or ~/.pgpass.',
      );
    case '28000':
      return known(
        `the server at ${server} does not let ${user} in: ${message}`,
        "Check the user's name, and the server's pg_hba.conf for this address.",
      );
    case '3D000':
      return known(
        `there is no database ${database} on the server at ${server}`,
        "Check the name at the URL's end, or PGDATABASE; `psql -l` lists what there is.",
      );
    case '42501':
      return known(
        `the user ${user} may not connect to the database ${database}`,
        `Connect as another user, or have this one granted: grant connect on database ${database} to ${user};`,
      );
    case '53300':
      return known(
        `the server at ${server} has no free connection`,
        'Try again in a moment, or raise max_connections.',
      );
    case '57P03':
      return known(
        `the server at ${server} is still starting or stopping`,
        'Try again in a moment.',
      );
    case 'ERR_INVALID_URL':
      return known('the database URL cannot be read', urlHint);
  }
  if (/timeout/i.test(message)) return unreachable();
  if (/password must be a/.test(message)) {
    return known(
      `the server at ${server} asks ${user} for a password, and none was given`,
      'Set PGPASSWORD, or add a line to ~/.pgpass, or put the password into the database URL.',
    );
  }
  if (/SSL|certificate|CERT/.test(`${message} ${code}`)) {
    return known(
      `no encrypted connection to ${server} came about: ${message}`,
      'Check sslmode and sslrootcert in the database URL, or PGSSLMODE and PGSSLROOTCERT.',
    );
  }
  return known(`no connection to ${server}: ${message}`, howToName);

  function unreachable(): AuditError {
    return known(
      `the server at ${server} did not answer in time`,
      `Check the network and the firewall on the way; PGCONNECT_TIMEOUT sets the seconds to wait. ${howToName}`,
    );
  }
}

export const urlHint =
  'It reads postgres://user:password@host:5432/database, with %2F for a slash, %40 for an @, %23 for a # ' +
  'and %3F for a ? in the password; or pglite:DIRECTORY.';
