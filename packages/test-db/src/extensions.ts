import { describe } from 'vitest';
import { testServer } from './server.js';

export function hasExtension(name: string): boolean {
  return testServer().extensions.includes(name);
}

/**
 * A `describe` whose tests need an extension: skipped where the server lacks it, hooks included,
 * with the reason in its title, from where the test run's summary takes it.
 *
 * @example
 * describeWith('plv8', 'the plv8 engine', () => {
 *   test('diffs an object', async () => {});
 * });
 */
export function describeWith(extension: string, title: string, tests: () => void): void {
  if (hasExtension(extension)) describe(title, tests);
  else describe.skip(`${title} [needs ${extension}]`, tests);
}
