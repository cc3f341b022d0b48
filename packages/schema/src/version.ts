import manifest from '../package.json' with { type: 'json' };

/** Version of this package, which is the version of the schema that it installs. */
export const VERSION: string = manifest.version;

/** Negative, zero or positive as `a` is older than, equal to or newer than `b`; pre-release tags do not count. */
export function compareVersions(a: string, b: string): number {
  const numbers = (version: string) => version.split('-')[0]?.split('.').map(Number) ?? [];
  const left = numbers(a);
  const right = numbers(b);
  for (let part = 0; part < 3; part++) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
