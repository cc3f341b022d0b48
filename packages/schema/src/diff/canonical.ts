import { compareNames } from '../plv8/order.js';
import { endOfString } from '../plv8/scan.js';

/** An object or array that is being read. */
interface OpenContainer {
  opening: string;
  items: string[];
  members: Map<string, string>;
  /** Of the member whose value comes next. */
  name: string | undefined;
}

/** PostgreSQL's numeric holds no more digits before or after its point. */
const longestExponent = 131_072;

/**
 * The text that PostgreSQL prints for a JSON document as jsonb, with all its digits. `diffJson` compares documents
 * that are written this way.
 *
 * @param json - any valid JSON text
 * @returns the same document with members sorted and unique, numbers without exponents and no needless escapes
 * @throws {SyntaxError} when the text is not JSON
 * @throws {RangeError} when a number is too large for PostgreSQL
 *
 * @example
 * ```ts
 * canonicalJson('{"b":1e2,"a":[1.50]}'); // '{"a": [1.50], "b": 100}'
 * ```
 */
export function canonicalJson(json: string): string {
  JSON.parse(json);
  // A list instead of recursion: documents nest deeper than calls may.
  const open: OpenContainer[] = [];
  let document = '';
  const add = (value: string) => {
    const container = open.at(-1);
    if (container === undefined) document = value;
    else addTo(container, value);
  };
  let at = 0;
  while (at < json.length) {
    const character = json.charAt(at);
    let end = at + 1;
    if (character === '{' || character === '[') {
      open.push({ opening: character, items: [], members: new Map(), name: undefined });
    } else if (character === '}' || character === ']') {
      const container = open.pop();
      if (container !== undefined) add(containerText(container));
    } else if (character === '"') {
      end = endOfString(json, at);
      add(JSON.stringify(JSON.parse(json.slice(at, end))));
    } else if (isScalar(character)) {
      while (end < json.length && isScalar(json.charAt(end))) end++;
      add(scalarText(json.slice(at, end)));
    }
    at = end;
  }
  return document;
}

/** Whether a character is part of a number or a word, not between values. */
function isScalar(character: string): boolean {
  return !' \t\n\r,:{}[]"'.includes(character);
}

function addTo(container: OpenContainer, value: string): void {
  if (container.opening === '[') {
    container.items.push(value);
  } else if (container.name === undefined) {
    container.name = value;
  } else {
    container.members.set(container.name, value);
    container.name = undefined;
  }
}

function containerText({ opening, items, members }: OpenContainer): string {
  if (opening === '[') return `[${items.join(', ')}]`;
  const sorted = [...members].sort(([left], [right]) => compareNames(left, right));
  return `{${sorted.map(([name, value]) => `${name}: ${value}`).join(', ')}}`;
}

/** A number without its exponent, and with the scale that the exponent leaves it. */
function scalarText(scalar: string): string {
  const number = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(scalar);
  if (number === null) return scalar;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = number;
  if (Math.abs(Number(exponent)) > longestExponent)
    throw new RangeError(`${scalar} is too large for jsonb`);
  const point = whole.length + Number(exponent);
  const digits = (whole + fraction)
    .padEnd(point, '0')
    .padStart(whole.length + fraction.length - Math.min(point, 0), '0');
  const split = Math.max(point, 0);
  const wholeDigits = digits.slice(0, split).replace(/^0+(?=\d)/, '') || '0';
  const scale = digits.slice(split);
  const isZero = !/[1-9]/.test(digits);
  return `${isZero ? '' : sign}${wholeDigits}${scale === '' ? '' : `.${scale}`}`;
}
