import { randomUUID } from 'node:crypto';
import { holdsExactly, JsonNumber } from './number.js';
import type { JsonValue } from './value.js';

/**
 * Opens the strings that stand for numbers while JSON.parse and JSON.stringify work. NUL never occurs in a string
 * that PostgreSQL keeps as jsonb, and nobody else can guess the rest.
 */
const mark = `\u0000${randomUUID()}`;

/** `mark`, as JSON writes it. */
const writtenMark = JSON.stringify(mark).slice(1, -1);

/**
 * Parses JSON without losing a digit.
 *
 * The work is JSON.parse's, which copes with 100 MB strings and deep nesting; only the numbers that it would round
 * are hidden from it.
 *
 * @param text a JSON text.
 * @returns the value; see {@link JsonValue} for its numbers.
 * @throws SyntaxError where `text` is not JSON.
 *
 * @example
 * ```ts
 * parseJson('{"qty": 2, "price": 9.90}'); // { qty: 2, price: JsonNumber('9.90') }
 * ```
 */
export function parseJson(text: string): JsonValue {
  const hidden = hideNumbers(text);
  const value = JSON.parse(hidden) as JsonValue;
  return hidden === text ? value : revealNumbers(value);
}

/**
 * Writes what {@link parseJson} reads, every number with its own digits.
 *
 * @param value a lossless value; a `bigint` is written as a number, an `undefined` member is left out.
 * @param indent as JSON.stringify takes it.
 * @returns the JSON text.
 *
 * @example
 * ```ts
 * stringifyJson({ qty: 2, price: new JsonNumber('9.90'), id: 2n ** 60n });
 * // {"qty":2,"price":9.90,"id":1152921504606846976}
 * ```
 */
export function stringifyJson(value: unknown, indent?: string | number): string {
  const text = JSON.stringify(
    value,
    function (this: Record<string, unknown>, key, converted: unknown) {
      const original = this[key];
      if (original instanceof JsonNumber) return mark + original.text;
      return typeof original === 'bigint' ? mark + original : converted;
    },
    indent,
  );
  return text.replaceAll(new RegExp(`"${writtenMark.replace('\\', '\\\\')}([^"]*)"`, 'g'), '$1');
}

/** Replaces each number that JSON.parse would round by a marked string. Strings are skipped, not searched. */
function hideNumbers(text: string): string {
  const number = /-?\d[\d.eE+-]*/g;
  const hide = (found: string) => (holdsExactly(found) ? found : `"${writtenMark}${found}"`);
  let hidden = '';
  let position = 0;
  while (position < text.length) {
    const quote = text.indexOf('"', position);
    const outside = text.slice(position, quote < 0 ? text.length : quote);
    hidden += outside.replace(number, hide);
    if (quote < 0) break;
    position = endOfString(text, quote);
    hidden += text.slice(quote, position);
  }
  return hidden;
}

/** The position after the string that opens at `quote`, or the end of the text where it never closes. */
function endOfString(text: string, quote: number): number {
  let end = quote;
  do {
    end = text.indexOf('"', end + 1);
    if (end < 0) return text.length;
  } while (isEscaped(text, end));
  return end + 1;
}

/** Whether an odd number of backslashes stands before `position`. */
function isEscaped(text: string, position: number): boolean {
  let first = position;
  while (text[first - 1] === '\\') first -= 1;
  return (position - first) % 2 === 1;
}

/** Turns the marked strings into numbers, in place; not recursive, since nesting may be deeper than the stack. */
function revealNumbers(root: JsonValue): JsonValue {
  const holder = [root];
  const open: object[] = [holder];
  for (let container = open.pop(); container; container = open.pop()) {
    for (const [member, value] of Object.entries(container)) {
      if (typeof value === 'object' && value !== null) open.push(value);
      else if (typeof value === 'string' && value.startsWith(mark)) {
        // An assignment to a member named __proto__ would not reach it.
        Object.defineProperty(container, member, { value: numberIn(value) });
      }
    }
  }
  return holder[0] as JsonValue;
}

/** Without the check, `1.2.3` or `1-2`, which are not JSON, would pass as numbers. */
function numberIn(marked: string): JsonNumber {
  const text = marked.slice(mark.length);
  JSON.parse(text);
  return new JsonNumber(text);
}
