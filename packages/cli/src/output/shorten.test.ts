import { expect, test } from 'vitest';
import { firstDifference, shorten } from './shorten.js';

test('cuts to the width, and says so', () => {
  expect(shorten('abcdef', 6)).toBe('abcdef');
  expect(shorten('abcdefg', 6)).toBe('abcde…');
  expect(shorten('abcdefghij', 6, 3)).toBe('…defg…');
  expect(shorten('abcdefghij', 6, 5)).toBe('…fghij');
  expect(shorten('abcdefg', Number.POSITIVE_INFINITY)).toBe('abcdefg');
});

test('never cuts an emoji apart', () => {
  expect(shorten('abc🙂def', 5)).toBe('abc…');
  expect(shorten('abc🙂def', 9, 4)).toBe('…🙂def');
});

test('finds where texts begin to differ', () => {
  expect(firstDifference('{"a": 1}', '{"a": 2}')).toBe(6);
  expect(firstDifference('abc', 'abcd')).toBe(3);
});
