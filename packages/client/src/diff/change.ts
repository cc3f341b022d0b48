import { splitChange } from '@audit/schema';
import { InvalidDiffError } from '../errors.js';
import { parseJson } from '../json/parse.js';
import type { JsonValue } from '../json/value.js';

/** One value's change. SQL NULL is `null`; a masked value is `"***"` on both sides. */
export interface Change {
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/** The changed columns of a row, by name; with a row type, only its columns are known. */
export type Changes<Row = Record<string, unknown>> = {
  readonly [Field in keyof Row & string]?: Change;
};

/**
 * Decodes one change, as every kind of diff writes it: `<before> -> <after>`, both as JSON texts.
 *
 * @param text the change.
 * @returns both sides, with every digit.
 * @throws {@link InvalidDiffError} where the text is not of that form.
 *
 * @example
 * ```ts
 * decodeChange('null -> {"city": "Oslo"}'); // { before: null, after: { city: 'Oslo' } }
 * ```
 */
export function decodeChange(text: string): Change {
  try {
    const { before, after } = splitChange(text);
    return { before: parseJson(before), after: parseJson(after) };
  } catch (cause) {
    const start = text.length > 100 ? `${text.slice(0, 100)}…` : text;
    throw new InvalidDiffError(`not a recorded change: ${start}`, {
      hint: 'A change is "<before> -> <after>" with two JSON texts.',
      cause,
    });
  }
}
