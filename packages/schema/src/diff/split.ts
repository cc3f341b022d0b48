import { AuditError } from '../errors.js';
import { endOfValue } from '../plv8/scan.js';

const arrow = ' -> ';

/** Both sides of a change, as JSON text with all its digits. */
export interface SplitChange {
  before: string;
  after: string;
}

/**
 * Splits the `<before> -> <after>` of a diff. The text may hold further arrows inside its strings: the first side
 * ends where its JSON value does.
 *
 * @param change - the value of a diff's member
 * @returns the JSON text of both sides; `null` stands for SQL NULL and for an absent member as well
 * @throws {AuditError} when the text is not two values with an arrow between them
 *
 * @example
 * ```ts
 * splitChange('"a -> b" -> "c"'); // { before: '"a -> b"', after: '"c"' }
 * splitChange('null -> 12345678901234567890'); // { before: 'null', after: '12345678901234567890' }
 * ```
 */
export function splitChange(change: string): SplitChange {
  const end = endOfBefore(change);
  const startOfAfter = end + arrow.length;
  if (end <= 0 || !change.startsWith(arrow, end) || startOfAfter === change.length) {
    const shown = change.length > 60 ? `${change.slice(0, 60)}…` : change;
    throw new AuditError(`not a change of the form <before> -> <after>: ${shown}`);
  }
  return { before: change.slice(0, end), after: change.slice(startOfAfter) };
}

/** Zero or less when there is no value. */
function endOfBefore(change: string): number {
  // A number, true, false or null holds no space.
  if (!/^["[{]/.test(change)) return change.indexOf(arrow);
  try {
    return endOfValue(change, 0);
  } catch {
    return 0;
  }
}
