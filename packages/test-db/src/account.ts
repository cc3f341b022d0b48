import { readFileSync } from 'node:fs';

/** The user that the server's processes run as. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root: then it is started as `postgres`, or as `nobody` where there
 * is no such user. Anyone else starts it as themselves (undefined).
 */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const user = users.find((fields) => fields[0] === name);
    if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Error('root cannot run a PostgreSQL server, and there is no user postgres or nobody');
}

/**
 * For spawn: the server's user may not enter our working directory, and has no business in our
 * environment.
 */
export function asAccount(account: Account | undefined, directory: string) {
  return { ...account, cwd: directory, env: { PATH: process.env.PATH, LC_ALL: 'C' } };
}
