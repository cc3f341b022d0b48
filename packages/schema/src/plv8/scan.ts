import {
  backslash,
  closingBrace,
  closingBracket,
  comma,
  openingBrace,
  openingBracket,
  quote,
} from './characters.js';

// Finds where values end in canonical jsonb text (what `jsonb::text` prints). Values are only ever
// cut out as text, never parsed: a number that passes through a float loses digits.

/** The position after the value that starts at `start`. */
export function endOfValue(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === quote) return endOfString(text, start);
  if (first === openingBrace || first === openingBracket) return endOfContainer(text, start);
  return endOfScalar(text, start);
}

/** The position after the string whose opening quote is at `start`. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  if (end < 0) throw new Error(`the string that starts at ${start} has no end`);
  return end + 1;
}

/** An odd number of backslashes before it makes a quote part of the string. */
function isEscaped(text: string, position: number): boolean {
  let start = position;
  while (text.charCodeAt(start - 1) === backslash) start--;
  return (position - start) % 2 === 1;
}

/** Counts the depth instead of recursing: jsonb nests deeper than the stack of calls may. */
function endOfContainer(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === quote) {
      at = endOfString(text, at) - 1;
    } else if (character === openingBrace || character === openingBracket) {
      depth++;
    } else if (character === closingBrace || character === closingBracket) {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  throw new Error(`the object or array that starts at ${start} has no end`);
}

/** A number, true, false or null ends where its surroundings go on. */
function endOfScalar(text: string, start: number): number {
  let end = start;
  while (end < text.length && !endsScalar(text.charCodeAt(end))) end++;
  return end;
}

function endsScalar(character: number): boolean {
  return character === comma || character === closingBrace || character === closingBracket;
}
