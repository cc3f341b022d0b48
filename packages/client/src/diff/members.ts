import { type ReservedName, unescapeName } from '@audit/schema';
import { type Change, decodeChange } from './change.js';

/**
 * The changes in a diff: every member but the reserved one, under its own name.
 *
 * @param reserved `diffType`, or `key` in the modified items of an object array.
 */
export function decodeMembers(
  diff: Readonly<Record<string, unknown>>,
  reserved: ReservedName,
): Record<string, Change> {
  // fromEntries defines its members, so that one named __proto__ is a member too.
  return Object.fromEntries(
    Object.entries(diff)
      .filter(([name]) => name !== reserved)
      .map(([name, text]) => [unescapeName(name, reserved), decodeChange(String(text))]),
  );
}
