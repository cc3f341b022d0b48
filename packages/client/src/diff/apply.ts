import { InvalidDiffError } from '../errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/value.js';
import type { ObjectChange, OtherChange } from './json.js';

/**
 * Makes the new document of the old one and the change between them.
 *
 * A change of an object reads `null` for a member that is absent as for one that is null. What became `null` is taken
 * to be removed, save where it was absent and so must be there now. A document that is null counts as an empty object.
 *
 * @param before the old document. A change of type `other` holds the new one whole and does without it.
 * @param change the decoded change.
 * @returns the new document; `before` is not modified.
 * @throws {@link InvalidDiffError} where a change of members meets a document that can't have any.
 *
 * @example
 * ```ts
 * const before = { city: 'Rome', zip: '00100' };
 * applyJsonChange(before, { diffType: 'object', changes: { city: { before: 'Rome', after: 'Oslo' } } });
 * // { city: 'Oslo', zip: '00100' }
 * ```
 */
export function applyJsonChange(before: JsonValue, change: ObjectChange | OtherChange): JsonValue {
  if (change.diffType === 'other') return change.after;
  if (before === null || isJsonObject(before)) return applyMembers(before ?? {}, change);
  throw new InvalidDiffError(
    'a change of members cannot be applied to a document without members',
    {
      hint: 'Give the document as it was before this change.',
    },
  );
}

function applyMembers(before: JsonObject, { changes }: ObjectChange): JsonObject {
  const members = new Map(Object.entries(before));
  for (const [member, value] of Object.entries(changes)) {
    const appears = value.before === null && !members.has(member);
    if (value.after === null && !appears) members.delete(member);
    else members.set(member, value.after);
  }
  return Object.fromEntries(members);
}
