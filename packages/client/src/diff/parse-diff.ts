import { InvalidDiffError } from '../errors.js';
import { parseJson } from '../json/parse.js';

/** The part of a zod schema that is needed here. */
interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: Error };
}

/**
 * Parses the text of a diff column and checks its form.
 *
 * The check sees plain JSON, since it knows nothing of exact numbers; what it makes of that is thrown away, since a
 * copy may lack a member named `__proto__`.
 */
export function parseDiff<T>(text: string, schema: Schema<T>): T {
  const checked = schema.safeParse(parsed(text, JSON.parse));
  if (checked.success) return parsed(text, parseJson) as T;
  throw new InvalidDiffError(`a recorded diff has an unknown form: ${checked.error.message}`, {
    hint: 'Is the column read as text, and is this client as new as the installed schema?',
    cause: checked.error,
  });
}

function parsed(text: string, parse: (text: string) => unknown): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new InvalidDiffError('a recorded diff is no JSON', {
      hint: 'Is the column read as text?',
      cause,
    });
  }
}
