import { describe, expect, test } from 'vitest';
import { diffJson } from '../../src/plv8/diff.js';
import { comparable, isEqual } from '../../src/plv8/equality.js';
import { compareNames } from '../../src/plv8/order.js';
import { itemsOf } from '../../src/plv8/parts.js';
import { endOfString, endOfValue } from '../../src/plv8/scan.js';

describe('the scanner', () => {
  test.each(['"a"', '"a\\"b"', '"\\\\"', '"\\\\\\""', '{"a": "}"}', '[[], {}]', '-1.50', 'null'])(
    'finds the end of %s',
    (value) => {
      expect(endOfValue(`${value}, 1`, 0)).toBe(value.length);
      expect(endOfValue(value, 0)).toBe(value.length);
    },
  );

  test.each(['"a', '"a\\"', '[1, 2', '{"a": "}'])('refuses %s, which has no end', (value) => {
    expect(() => endOfValue(value, 0)).toThrow('has no end');
  });

  test('cuts items without parsing them', () => {
    expect(itemsOf('[12345678901234567890.10, "a, b", [1, 2]]')).toEqual([
      '12345678901234567890.10',
      '"a, b"',
      '[1, 2]',
    ]);
    expect(itemsOf('[]')).toEqual([]);
  });

  test('reads many backslashes in linear time', () => {
    const string = `"${'\\\\'.repeat(1_000_000)}"`;
    expect(endOfString(string, 0)).toBe(string.length);
  });

  test('reads a million levels', () => {
    const nested = (inner: string) => `${'['.repeat(1_000_000)}${inner}${']'.repeat(1_000_000)}`;
    expect(diffJson('array', nested('1.0'), nested('1.00'), null)).toBeNull();
    expect(diffJson('array', nested('1'), nested('2'), null)).toContain('[[1]]');
  });
});

describe('equality', () => {
  test.each([
    ['1.0', '1'],
    ['100.0', '100'],
    ['[0.10, "1.0"]', '[0.1, "1.0"]'],
    ['{"a": -2.50}', '{"a": -2.5}'],
  ])('%s equals %s', (left, right) => {
    expect(isEqual(left, right)).toBe(true);
  });

  test.each([
    ['10', '1'],
    ['"1.0"', '"1"'],
    ['"\\"1.0"', '"\\"1.00"'],
    ['1.01', '1.1'],
  ])('%s differs from %s', (left, right) => {
    expect(isEqual(left, right)).toBe(false);
  });

  test('a text without trailing zeros stays the same string', () => {
    expect(comparable('{"a": 1.5, "b.0": "2.0"}')).toBe('{"a": 1.5, "b.0": "2.0"}');
  });
});

test('names are in the order of jsonb: by length in bytes, then by bytes', () => {
  const sorted = [
    '""',
    '"\\n"',
    '"b"',
    '"aa"',
    '"é"',
    '"aaa"',
    '"€"',
    '"ﬀ"',
    '"aaaa"',
    '"𐀀"',
    '"😀"',
  ];
  expect(sorted.toReversed().sort(compareNames)).toEqual(sorted);
  expect(compareNames('"b"', `"${'a'.repeat(100)}"`)).toBeLessThan(0);
  expect(compareNames(`"${'a'.repeat(100)}"`, '"b"')).toBeGreaterThan(0);
});
