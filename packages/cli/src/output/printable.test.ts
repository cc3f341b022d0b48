import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, printableJson } from './printable.js';

test('escape sequences, line breaks and direction marks become visible', () => {
  expect(printable('\u001b]0;title\u0007\u009b2J\n\u202eevil')).toBe(
    '\\u001b]0;title\\u0007\\u009b2J\\n\\u202eevil',
  );
});

test('what is left is what was there', () => {
  expect(printable('größer → 🙂 ∆')).toBe('größer → 🙂 ∆');
});

test('JSON keeps its meaning and loses its control characters', () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: 'binary' }), (json) => {
      const safe = printableJson(json);
      expect(JSON.parse(safe)).toEqual(JSON.parse(json));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(safe).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    }),
  );
});
