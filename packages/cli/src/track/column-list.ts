import type { SqlValue } from '../sql/literal.js';

/**
 * `a,b`, given once or several times, as a list of columns; names are taken as they are, upper case
 * too. PostgreSQL's own form `{a,"b,c"}` goes through untouched, for names that hold a comma.
 */
export function columnList(text: string, before?: SqlValue): SqlValue {
  if (text.startsWith('{')) return text;
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return Array.isArray(before) ? [...before, ...names] : names;
}
