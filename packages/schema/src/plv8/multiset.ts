import { comparable } from './equality.js';

/**
 * Compares items as a multiset: what one array has more of than the other, each list in the order
 * of its own array. Of several equal items the last ones are the surplus.
 */
export function compareItems(before: string[], after: string[]) {
  return { newItems: surplusOf(after, before), removedItems: surplusOf(before, after) };
}

function surplusOf(items: string[], others: string[]): string[] {
  const unmatched = countEqual(others);
  return items.filter((item) => {
    const value = comparable(item);
    const count = unmatched.get(value) ?? 0;
    if (count > 0) unmatched.set(value, count - 1);
    return count === 0;
  });
}

function countEqual(items: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    const value = comparable(item);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
