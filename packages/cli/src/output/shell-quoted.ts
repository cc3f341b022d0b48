import { printable } from './printable.js';

/** A word of a command line that people may copy into their shell. */
export function shellQuoted(word: string): string {
  return `'${printable(word).replaceAll("'", `'\\''`)}'`;
}
