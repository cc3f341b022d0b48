import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.js';
import type { Installation } from './binaries.js';

interface SymlinkEntry {
  source: string;
  target: string;
}

/**
 * The folder to run the binaries from. Those from npm are copied into `directory` when the server's
 * user can't reach node_modules (it may be in root's home), or when the package's install script,
 * which makes the libraries' symbolic links, has not been allowed to run.
 */
export function reachableBinaries(
  installation: Installation,
  directory: string,
  account: Account | undefined,
): string {
  if (installation.kind === 'local') return installation.bin;

  const native = dirname(installation.bin);
  const links = symlinksOf(native);
  if (links.every(({ target }) => existsSync(join(native, '..', target)))) {
    if (canExecute(join(installation.bin, 'postgres'), account)) return installation.bin;
  }

  const copy = join(directory, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of links) {
    const link = join(directory, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
  // So that it is this user's to remove, too.
  if (account) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, copy]);
  return join(copy, 'bin');
}

/** Paths in the list are relative to the folder that holds `native`. */
function symlinksOf(native: string): SymlinkEntry[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as SymlinkEntry[]) : [];
}

function canExecute(file: string, account: Account | undefined): boolean {
  return spawnSync('test', ['-x', file], { ...account, cwd: '/' }).status === 0;
}
