import { type JsonValue, parseJson } from '@audit/client';
import { expect, test } from 'vitest';
import { shownValue } from './shown-value.js';

test.each<[JsonValue, string]>([
  ['paid', 'paid'],
  ['two words', 'two words'],
  ['2026-01-31', '2026-01-31'],
  ['***', '***'],
  ['12', '"12"'],
  ['null', '"null"'],
  ['', '""'],
  [' x', '" x"'],
  ['a → b', '"a → b"'],
  ['{1,2}', '"{1,2}"'],
  [null, 'null'],
  [true, 'true'],
])('%j is shown as %s', (value, shown) => {
  expect(shownValue(value)).toBe(shown);
});

test('documents keep every digit', () => {
  const document = '{"id": 9007199254740993, "price": 1.10, "tags": ["a", null], "none": {}}';
  expect(shownValue(parseJson(document))).toBe(document);
});
