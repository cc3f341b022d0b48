import { isJsonObject, type JsonValue } from '@audit/client';

/** Text that would stand for something else without its quotes. */
const ambiguous = /^$|^\s|\s$|^["[{]|^(?:null|true|false)$|^-?\d|→/;

/** Dates and times begin with a digit, but nobody takes them for a number. */
const moment = /^\d{4,}-\d\d-\d\d/;

/**
 * A value in the form one likes to read: strings without quotes, unless they could then be taken for
 * a number, null and the like; everything else as PostgreSQL writes JSON, with every digit.
 */
export function shownValue(value: JsonValue): string {
  if (typeof value !== 'string') return json(value);
  return ambiguous.test(value) && !moment.test(value) ? json(value) : value;
}

function json(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(json).join(', ')}]`;
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(
      ([name, member]) => `${JSON.stringify(name)}: ${json(member)}`,
    );
    return `{${members.join(', ')}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
