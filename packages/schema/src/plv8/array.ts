import { type Document, isAbsent, orElse } from './document.js';
import { isEqual } from './equality.js';
import { compareItems } from './multiset.js';
import { itemsOf } from './parts.js';

/** The diff of two arrays; null when they are equal. */
export function diffArray(before: Document, after: Document): string | null {
  const surplus = compareItems(itemsOf(orElse(before, '[]')), itemsOf(orElse(after, '[]')));
  return arrayDiff('array', surplus, before, after);
}

/**
 * Writes the diff of two arrays from its lists. When all of them are empty, the arrays are equal
 * (then it is null), or hold the same items in another order, or one of them is absent.
 */
export function arrayDiff(
  diffType: string,
  lists: Record<string, string[]>,
  before: Document,
  after: Document,
): string | null {
  const members = [`"diffType": "${diffType}"`];
  for (const [name, items] of Object.entries(lists))
    members.push(`"${name}": [${items.join(', ')}]`);
  const isEmpty = Object.values(lists).every((items) => items.length === 0);
  if (isEmpty && !isAbsent(before) && !isAbsent(after)) {
    if (isEqual(before, after)) return null;
    members.push('"reordered": true');
  }
  return `{${members.join(', ')}}`;
}
