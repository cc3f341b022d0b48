import { execFileSync } from 'node:child_process';
import { chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, asAccount } from './account.js';

/** Makes the cluster `data` in the directory, with a superuser `postgres` of this password. */
export function initdb(
  bin: string,
  directory: string,
  password: string,
  account: Account | undefined,
): void {
  const passwordFile = join(directory, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const run = (locale: string) =>
    execFileSync(
      join(bin, 'initdb'),
      [
        ...['-D', join(directory, 'data'), '-U', 'postgres', '--encoding=UTF8'],
        // Passwords are asked for everywhere, so that tests can get one wrong.
        ...['--auth=scram-sha-256', `--pwfile=${passwordFile}`, `--locale=${locale}`, '--no-sync'],
      ],
      { ...asAccount(account, directory), stdio: ['ignore', 'ignore', 'pipe'] },
    );
  try {
    run('C.UTF-8');
  } catch {
    run('C');
  }
}
