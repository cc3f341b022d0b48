import { changeText } from './change.js';
import { closingBrace, comma } from './characters.js';
import { type Document, isAbsent, orElse } from './document.js';
import { isEqual } from './equality.js';
import { escapeName } from './escape.js';
import { compareNames } from './order.js';
import { endOfMember, firstMember, hasMemberAt, memberAt, separatorLength } from './parts.js';

/** What an absent member reads as. */
const absentMember = 'null';

/** The diff of two objects over their members; null when they are equal. */
export function diffObject(before: Document, after: Document): string | null {
  const changes = changedMembers(orElse(before, '{}'), orElse(after, '{}'), 'diffType');
  // From nothing to {} no member changes, and yet the document does.
  if (changes.length === 0 && !isAbsent(before) && !isAbsent(after)) return null;
  return `{${['"diffType": "object"', ...changes].join(', ')}}`;
}

/**
 * The changed members as members of a diff. Canonical text has the members of all objects in one
 * order, so two objects are read side by side and nothing of them need be kept in memory.
 */
export function changedMembers(before: string, after: string, reserved: string): string[] {
  const changes: string[] = [];
  const record = (name: string, from: string, to: string) => {
    changes.push(`${escapeName(name, reserved)}: ${changeText(from, to)}`);
  };
  let { old, now } = firstDifference(before, after, firstMember, firstMember);
  while (old !== null && now !== null) {
    const order = compareNames(old.name, now.name);
    if (order < 0) {
      record(old.name, old.value, absentMember);
      old = memberAt(before, old.next);
    } else if (order > 0) {
      record(now.name, absentMember, now.value);
      now = memberAt(after, now.next);
    } else {
      if (!isEqual(old.value, now.value)) record(now.name, old.value, now.value);
      ({ old, now } = firstDifference(before, after, old.next, now.next));
    }
  }
  for (; old !== null; old = memberAt(before, old.next)) record(old.name, old.value, absentMember);
  for (; now !== null; now = memberAt(after, now.next)) record(now.name, absentMember, now.value);
  return changes;
}

/** Most members are the same on both sides: they are passed over without being cut out. */
function firstDifference(before: string, after: string, startOfOld: number, startOfNow: number) {
  let old = startOfOld;
  let now = startOfNow;
  while (hasMemberAt(before, old)) {
    const length = endOfMember(before, old) - old;
    if (!isSameMember(before, old, after, now, length)) break;
    old += length + separatorLength;
    now += length + separatorLength;
  }
  return { old: memberAt(before, old), now: memberAt(after, now) };
}

function isSameMember(before: string, old: number, after: string, now: number, length: number) {
  for (let at = 0; at < length; at++) {
    if (before.charCodeAt(old + at) !== after.charCodeAt(now + at)) return false;
  }
  const next = after.charCodeAt(now + length);
  return next === comma || next === closingBrace;
}
