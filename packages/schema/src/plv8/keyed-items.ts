import { keyOf } from './key.js';
import { itemsOf } from './parts.js';

/** The items of an array with what each is matched by; `undefined` for one that has no key. */
export interface KeyedItems {
  items: string[];
  keys: (string | undefined)[];
  /** Those whose key no other item of the array has, in the order of the array. */
  byKey: Map<string, string>;
}

export function keyItems(array: string, names: string[]): KeyedItems {
  const items = itemsOf(array);
  const keys = items.map((item) => keyOf(item, names));
  return { items, keys, byKey: uniqueItems(items, keys) };
}

function uniqueItems(items: string[], keys: (string | undefined)[]): Map<string, string> {
  const unique = new Map<string, string>();
  const repeated = new Set<string>();
  items.forEach((item, index) => {
    const key = keys[index];
    if (key === undefined) return;
    if (unique.has(key)) repeated.add(key);
    else unique.set(key, item);
  });
  for (const key of repeated) unique.delete(key);
  return unique;
}
