import { canonicalJson, diffJson, type JsonDiffType } from '@audit/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyJsonChange,
  decodeJsonDiffs,
  decodeNormalDiff,
  InvalidDiffError,
  JsonNumber,
  type JsonObject,
  type JsonValue,
  type ObjectChange,
  parseJson,
  stringifyJson,
} from '../src/index.js';

describe('a normal diff', () => {
  test('reads as before and after, by field', () => {
    expect(
      decodeNormalDiff(
        '{"diffType": "normal", "note": "null -> \\"content\\"", "qty": "1 -> 2", "ok": "true -> false"}',
      ),
    ).toEqual({
      note: { before: null, after: 'content' },
      qty: { before: 1, after: 2 },
      ok: { before: true, after: false },
    });
  });

  test('loses no digit', () => {
    expect(
      decodeNormalDiff(
        '{"diffType": "normal", "big": "9007199254740993 -> -9223372036854775808", "price": "1.50 -> 1.500"}',
      ),
    ).toEqual({
      big: {
        before: new JsonNumber('9007199254740993'),
        after: new JsonNumber('-9223372036854775808'),
      },
      price: { before: new JsonNumber('1.50'), after: new JsonNumber('1.500') },
    });
  });

  test('may hold the arrow in its values', () => {
    const text = stringifyJson({ diffType: 'normal', a: '"x -> \\" -> y" -> " -> "' });
    expect(decodeNormalDiff(text)).toEqual({ a: { before: 'x -> " -> y', after: ' -> ' } });
  });

  test('takes one escape off reserved names, and off no others', () => {
    const text = stringifyJson({
      diffType: 'normal',
      '∆diffType': '1 -> 2',
      '∆∆diffType': '3 -> 4',
      '∆key': '5 -> 6',
      __proto__x: '7 -> 8',
    });
    expect(Object.keys(decodeNormalDiff(text))).toEqual([
      'diffType',
      '∆diffType',
      '∆key',
      '__proto__x',
    ]);
  });

  test('may have fields named like members of Object.prototype', () => {
    const decoded = decodeNormalDiff(
      '{"diffType": "normal", "__proto__": "1 -> 2", "constructor": "3 -> 4"}',
    );
    expect(Object.entries(decoded)).toEqual([
      ['__proto__', { before: 1, after: 2 }],
      ['constructor', { before: 3, after: 4 }],
    ]);
  });

  test('shows masked values as they were recorded', () => {
    expect(decodeNormalDiff('{"diffType": "normal", "pw": "\\"***\\" -> \\"***\\""}')).toEqual({
      pw: { before: '***', after: '***' },
    });
  });

  test.each([
    'no JSON',
    '[]',
    'null',
    '{}',
    '{"diffType": "object"}',
    '{"diffType": "normal", "a": 1}',
    '{"diffType": "normal", "a": "1"}',
    '{"diffType": "normal", "a": "1 -> "}',
    '{"diffType": "normal", "a": "x -> y"}',
  ])('of another form is an error: %s', (text) => {
    expect(() => decodeNormalDiff(text)).toThrow(InvalidDiffError);
  });
});

describe('JSON diffs', () => {
  test('of each type', () => {
    const decoded = decodeJsonDiffs(`{
      "profile": {"diffType": "object", "city": "\\"Rome\\" -> \\"Oslo\\"", "∆diffType": "1.0 -> null"},
      "labels": {"diffType": "array", "newItems": [1.50, {"a": 12345678901234567890}], "removedItems": []},
      "order": {"diffType": "array", "newItems": [], "removedItems": [], "reordered": true},
      "lines": {"diffType": "objectArray", "newItems": [{"sku": 1}], "removedItems": [],
        "modifiedItems": [{"key": "2∆b", "qty": "1 -> 2", "∆key": "3 -> 4", "diffType": "5 -> 6"}]},
      "blob": {"diffType": "other", "content": "null -> [1, 2.0]"}
    }`);
    expect(decoded).toEqual({
      profile: {
        diffType: 'object',
        changes: {
          city: { before: 'Rome', after: 'Oslo' },
          diffType: { before: new JsonNumber('1.0'), after: null },
        },
      },
      labels: {
        diffType: 'array',
        newItems: [new JsonNumber('1.50'), { a: new JsonNumber('12345678901234567890') }],
        removedItems: [],
        reordered: false,
      },
      order: { diffType: 'array', newItems: [], removedItems: [], reordered: true },
      lines: {
        diffType: 'objectArray',
        newItems: [{ sku: 1 }],
        removedItems: [],
        reordered: false,
        modifiedItems: [
          {
            key: '2∆b',
            changes: {
              qty: { before: 1, after: 2 },
              key: { before: 3, after: 4 },
              diffType: { before: 5, after: 6 },
            },
          },
        ],
      },
      blob: { diffType: 'other', before: null, after: [1, new JsonNumber('2.0')] },
    });
  });

  test('may be of columns with any name', () => {
    const decoded = decodeJsonDiffs(
      '{"__proto__": {"diffType": "other", "content": "1 -> 2"}, "diffType": {"diffType": "other", "content": "1 -> 2"}}',
    );
    expect(Object.keys(decoded)).toEqual(['__proto__', 'diffType']);
  });

  test.each([
    '{"a": {"diffType": "normal"}}',
    '{"a": {"diffType": "array", "newItems": []}}',
    '{"a": {"diffType": "other"}}',
    '{"a": {"diffType": "other", "content": "1 -> 2 -> 3"}}',
    '{"a": {"diffType": "objectArray", "newItems": [], "removedItems": [], "modifiedItems": [{}]}}',
    '[1]',
  ])('of another form are an error: %s', (text) => {
    expect(() => decodeJsonDiffs(text)).toThrow(InvalidDiffError);
  });
});

describe('applying a change to the old document', () => {
  const document = fc.json({ maxDepth: 3 }).map(parseJson);
  const member = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.constantFrom('diffType', '∆diffType', '__proto__', 'constructor', 'key', ' -> '),
  );
  // A diff can't tell a member that is null from one that is absent.
  const object = fc
    .array(
      fc.tuple(
        member,
        document.filter((value) => value !== null),
      ),
      { maxLength: 6 },
    )
    .map((members) => Object.fromEntries(members) as JsonObject);

  test('gives the new document, for `other`', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const c = recordedChange('other', before, after);
        if (c === undefined) return;
        expect(c.diffType).toBe('other');
        if (c.diffType === 'other')
          expect(canonical(applyJsonChange(before, c))).toBe(canonical(after));
      }),
    );
  });

  test('gives the new document, for `object`', () => {
    fc.assert(
      fc.property(object, object, (before, after) => {
        const c = recordedChange('object', before, after);
        if (c === undefined) return;
        expect(c.diffType).toBe('object');
        if (c.diffType !== 'object') return;
        expect(canonical(applyJsonChange(before, c))).toBe(canonical(after));
      }),
      { numRuns: 500 },
    );
  });

  const change = (before: JsonValue, after: JsonValue): ObjectChange => ({
    diffType: 'object',
    changes: { a: { before, after } },
  });

  test('removes what became null, adds what is null, and leaves the old document alone', () => {
    const before: JsonObject = { a: 1, b: 2 };
    expect(applyJsonChange(before, change(1, null))).toEqual({ b: 2 });
    expect(before).toEqual({ a: 1, b: 2 });
    expect(applyJsonChange({ b: 2 }, change(null, null))).toEqual({ a: null, b: 2 });
    expect(applyJsonChange({ a: null }, change(null, null))).toEqual({});
    expect(applyJsonChange(null, change(null, 1))).toEqual({ a: 1 });
  });

  test('refuses a document that has no members', () => {
    expect(() => applyJsonChange([1], change(1, 2))).toThrow(InvalidDiffError);
    expect(() => applyJsonChange(new JsonNumber('1.0'), change(1, 2))).toThrow(InvalidDiffError);
  });

  /** As PostgreSQL prints it: one text for one value. */
  function canonical(value: JsonValue): string {
    return canonicalJson(stringifyJson(value));
  }

  /** What the database's own diff code says of two documents, decoded; undefined where they are equal. */
  function recordedChange(type: JsonDiffType, before: JsonValue, after: JsonValue) {
    const diff = diffJson(type, canonical(before), canonical(after), null);
    if (diff === null) {
      expect(canonical(before)).toBe(canonical(after));
      return undefined;
    }
    return decodeJsonDiffs(`{"c": ${diff}}`).c;
  }
});
