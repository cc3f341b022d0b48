import { diffArray } from './array.js';
import { type Document, isShaped } from './document.js';
import { diffObject } from './object.js';
import { diffObjectArray } from './object-array.js';
import { diffOther } from './other.js';

/** How a column's JSON is compared, as declared when its table is tracked. */
export type JsonDiffType = 'object' | 'array' | 'objectArray' | 'other';

/**
 * The diff of two documents, as JSON text; null when they are equal. The documents are canonical
 * jsonb text, as `jsonb::text` prints it, or null where the column is NULL. `key` names the fields
 * by which the objects of an objectArray are matched.
 *
 * A document that is not of the declared type is compared as `other`.
 */
export function diffJson(
  type: JsonDiffType,
  before: Document,
  after: Document,
  key: string[] | null,
): string | null {
  if (before === after) return null;
  const bothAre = (opening: '{' | '[') => isShaped(before, opening) && isShaped(after, opening);
  if (type === 'object' && bothAre('{')) return diffObject(before, after);
  if (type === 'array' && bothAre('[')) return diffArray(before, after);
  if (type === 'objectArray' && bothAre('[')) return diffObjectArray(before, after, key ?? []);
  return diffOther(before, after);
}
