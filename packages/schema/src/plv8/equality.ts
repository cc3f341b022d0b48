import { nine, point, quote, zero } from './characters.js';
import { endOfString } from './scan.js';

/** Whether two values are equal jsonb. */
export function isEqual(left: string, right: string): boolean {
  return left === right || comparable(left) === comparable(right);
}

/**
 * The text by which equal values are found: the value without the zeros at the end of its
 * fractions. All else in canonical text (order of members, escapes, exponents) is already the same
 * for equal values; but jsonb keeps the scale of a number, and 1.0 equals 1.00 and 1.
 */
export function comparable(text: string): string {
  if (!text.includes('.')) return text;
  let result = '';
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const character = text.charCodeAt(at);
    if (character === quote) {
      at = endOfString(text, at);
    } else if (character === point) {
      const end = endOfDigits(text, at + 1);
      const endToKeep = endWithoutZeros(text, at, end);
      if (endToKeep < end) {
        result += text.substring(copied, endToKeep);
        copied = end;
      }
      at = end;
    } else {
      at++;
    }
  }
  return copied === 0 ? text : result + text.substring(copied);
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) >= zero && text.charCodeAt(end) <= nine) end++;
  return end;
}

/** A fraction of nothing but zeros goes together with its point. */
function endWithoutZeros(text: string, startOfFraction: number, end: number): number {
  let kept = end;
  while (text.charCodeAt(kept - 1) === zero) kept--;
  return kept === startOfFraction + 1 ? startOfFraction : kept;
}
