import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonNumber, parseJson, stringifyJson } from '../src/index.js';

describe('numbers', () => {
  test.each(['0', '1', '-1.5', '9007199254740991', '0.1', '123456.789'])(
    '%s is a number',
    (text) => {
      expect(parseJson(text)).toBe(Number(text));
    },
  );

  test.each([
    '9007199254740993',
    '-9223372036854775808',
    '1.50',
    '0.0',
    '-0',
    '1e5',
    '1E400',
    '0.1234567890123456789012345',
    '0.0000001',
  ])('%s keeps its digits', (text) => {
    const value = parseJson(text);
    expect(value).toEqual(new JsonNumber(text));
    expect(`${value}`).toBe(text);
    expect(Number(value)).toBe(Number(text));
    expect(JSON.stringify({ value })).toBe(`{"value":"${text}"}`);
    expect(stringifyJson({ value })).toBe(`{"value":${text}}`);
  });

  test('whole ones become bigints', () => {
    expect(BigInt(String(parseJson('9007199254740993')))).toBe(9007199254740993n);
  });
});

test('strings are left alone, whatever they look like', () => {
  const text = '{"a":"1.50 \\"2.50\\" \\\\","1.50":"x"}';
  expect(parseJson(text)).toEqual({ a: '1.50 "2.50" \\', '1.50': 'x' });
});

test('member names of Object.prototype are members', () => {
  const text = '{"__proto__":1.50,"constructor":1.50,"toString":{"__proto__":[1.50]}}';
  expect(stringifyJson(parseJson(text))).toBe(text);
});

test.each(['', '{', '{"a":1,}', '01', '1.', '-', '1.2.3', '1-2', '[1,]', '"abc', 'NaN'])(
  '%j is refused',
  (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  },
);

test('nesting may be deep, and strings long', () => {
  const depth = 10_000;
  let value = parseJson(`${'['.repeat(depth)}1.50${']'.repeat(depth)}`);
  for (let level = 0; level < depth; level++) value = (value as never)[0];
  expect(value).toEqual(new JsonNumber('1.50'));

  const long = 'x\\n\\"'.repeat(4_000_000);
  expect(parseJson(`{"a":"${long}","b":1.50}`)).toHaveProperty('b', new JsonNumber('1.50'));
});

test('any document comes back as it was', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      const written = stringifyJson(parseJson(text));
      expect(written).toBe(JSON.stringify(JSON.parse(text)));
    }),
    { numRuns: 300 },
  );
});
