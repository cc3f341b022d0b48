import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder, from src as well as from dist. */
export const packageFolder = fileURLToPath(new URL('..', import.meta.url));

const testsFolder = join(packageFolder, 'tests');

export interface TestFile {
  /** As the matrix shows it: `functions/track.sql`. */
  name: string;
  script: string;
}

/** All files of the suite, or those whose names contain one of the words. */
export function findTestFiles(words: readonly string[] = []): TestFile[] {
  return readdirSync(testsFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sql'))
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .sort()
    .map((name) => ({ name, script: readFileSync(join(testsFolder, name), 'utf8') }));
}

/** SQL that the tests call: pgTAP's assertions and a few of our own. */
export function helperScripts(): string[] {
  const folder = join(packageFolder, 'helpers');
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
