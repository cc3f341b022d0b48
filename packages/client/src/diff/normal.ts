import { normalDiffSchema } from '@audit/schema';
import type { Change } from './change.js';
import { decodeMembers } from './members.js';
import { parseDiff } from './parse-diff.js';

/**
 * Decodes column `diff` of the log: the changed columns that are neither JSON nor arrays.
 *
 * @param diffText the column as text (`select diff::text …`); as a parsed object it would have lost digits.
 * @returns each changed column's values before and after, with every digit; see {@link JsonValue}.
 * @throws {@link InvalidDiffError} where the text is no such diff.
 *
 * @example
 * ```ts
 * decodeNormalDiff('{"diffType": "normal", "qty": "1 -> 2", "price": "9.90 -> 10.5"}');
 * // { qty: { before: 1, after: 2 }, price: { before: JsonNumber('9.90'), after: 10.5 } }
 * ```
 */
export function decodeNormalDiff(diffText: string): Record<string, Change> {
  return decodeMembers(parseDiff(diffText, normalDiffSchema), 'diffType');
}
