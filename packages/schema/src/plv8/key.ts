import { escapeForString } from './change.js';
import { comparable } from './equality.js';
import { firstMember, memberAt } from './parts.js';

/**
 * What an item is matched by: the JSON texts of its key fields, so that "1" and 1 are two keys and
 * a ∆ within a string is none of the separators; undefined when it is no object or lacks a field.
 * `names` are the fields' names in quotes.
 */
export function keyOf(item: string, names: string[]): string | undefined {
  const values = keyValues(item, names);
  return values === undefined ? undefined : comparable(values.join(', '));
}

/** How a reader sees the key, as it stands inside a JSON string: strings bare, joined with ∆. */
export function keyText(item: string, names: string[]): string {
  const values = keyValues(item, names) ?? [];
  return values.map(bareText).join('∆');
}

function bareText(value: string): string {
  return value.startsWith('"') ? value.substring(1, value.length - 1) : escapeForString(value);
}

function keyValues(item: string, names: string[]): string[] | undefined {
  if (!item.startsWith('{') || names.length === 0) return undefined;
  const values: string[] = [];
  for (const name of names) {
    const value = memberValue(item, name);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function memberValue(object: string, name: string): string | undefined {
  let member = memberAt(object, firstMember);
  while (member !== null && member.name !== name) member = memberAt(object, member.next);
  return member?.value;
}
