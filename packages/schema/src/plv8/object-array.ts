import { arrayDiff } from './array.js';
import { type Document, orElse } from './document.js';
import { keyText } from './key.js';
import { type KeyedItems, keyItems } from './keyed-items.js';
import { compareItems } from './multiset.js';
import { changedMembers } from './object.js';

/**
 * The diff of two arrays of objects, which are matched by the values of their `key` fields; null
 * when they are equal. Items that find no match, or can't, are compared as those of any array.
 */
export function diffObjectArray(before: Document, after: Document, key: string[]): string | null {
  const names = key.map((field) => JSON.stringify(field));
  const old = keyItems(orElse(before, '[]'), names);
  const now = keyItems(orElse(after, '[]'), names);
  const { newItems, removedItems } = compareItems(unmatched(old, now), unmatched(now, old));
  const modifiedItems = modifications(old, now, names);
  return arrayDiff('objectArray', { newItems, removedItems, modifiedItems }, before, after);
}

function unmatched(side: KeyedItems, other: KeyedItems): string[] {
  return side.items.filter((_, index) => {
    const key = side.keys[index];
    return key === undefined || !side.byKey.has(key) || !other.byKey.has(key);
  });
}

/** In the order of the new array. */
function modifications(old: KeyedItems, now: KeyedItems, names: string[]): string[] {
  const modified: string[] = [];
  for (const [key, item] of now.byKey) {
    const oldItem = old.byKey.get(key);
    if (oldItem === undefined || oldItem === item) continue;
    const changes = changedMembers(oldItem, item, 'key');
    if (changes.length === 0) continue;
    modified.push(`{"key": "${keyText(item, names)}", ${changes.join(', ')}}`);
  }
  return modified;
}
