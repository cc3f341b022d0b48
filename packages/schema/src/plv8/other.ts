import { changeText } from './change.js';
import type { Document } from './document.js';
import { isEqual } from './equality.js';

/** The diff of two documents of any shape, each as a whole; null when they are equal. */
export function diffOther(before: Document, after: Document): string | null {
  if (before !== null && after !== null && isEqual(before, after)) return null;
  return `{"diffType": "other", "content": ${changeText(before ?? 'null', after ?? 'null')}}`;
}
