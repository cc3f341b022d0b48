// C0 and C1 controls, DEL, the line separators, and the marks that turn the writing direction.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const dangerous = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const short: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Text from the database, made safe to show: whatever could move a terminal's cursor, change its
 * colours or its title, or turn the writing direction, is written as an escape instead.
 */
export function printable(text: string): string {
  return text.replace(dangerous, (character) => short[character] ?? unicodeEscape(character));
}

/** The same for text that is JSON: there the escapes mean the character itself. */
export function printableJson(json: string): string {
  return json.replace(dangerous, (character) =>
    // Outside of strings, JSON has no other control characters than these two.
    character === '\n' || character === '\t' ? character : unicodeEscape(character),
  );
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
