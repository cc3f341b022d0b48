import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { canonicalJson } from '../../src/diff/canonical.js';
import { escapeName, unescapeName } from '../../src/diff/escape.js';
import {
  arrayDiffSchema,
  jsonDiffSchema as jsonDiff,
  type jsonDiffSchema,
  type modifiedItemSchema,
  normalDiffSchema,
  type objectArrayDiffSchema,
  type objectDiffSchema,
  type otherDiffSchema,
} from '../../src/diff/schemas.js';
import { splitChange } from '../../src/diff/split.js';
import type {
  ArrayDiff,
  JsonDiff,
  ModifiedItem,
  NormalDiff,
  ObjectArrayDiff,
  ObjectDiff,
  OtherDiff,
} from '../../src/diff/types.js';
import { readCases } from './cases.js';

describe('schemas', () => {
  test('are of the types that are published', () => {
    expectTypeOf<z.infer<typeof normalDiffSchema>>().toEqualTypeOf<NormalDiff>();
    expectTypeOf<z.infer<typeof objectDiffSchema>>().toEqualTypeOf<ObjectDiff>();
    expectTypeOf<z.infer<typeof arrayDiffSchema>>().toEqualTypeOf<ArrayDiff>();
    expectTypeOf<z.infer<typeof modifiedItemSchema>>().toEqualTypeOf<ModifiedItem>();
    expectTypeOf<z.infer<typeof objectArrayDiffSchema>>().toEqualTypeOf<ObjectArrayDiff>();
    expectTypeOf<z.infer<typeof otherDiffSchema>>().toEqualTypeOf<OtherDiff>();
    expectTypeOf<z.infer<typeof jsonDiffSchema>>().toEqualTypeOf<JsonDiff>();
  });

  test.each(readCases().filter(({ expected }) => expected !== null))(
    'take the diff of "$name"',
    ({ expected }) => {
      expect(jsonDiff.safeParse(JSON.parse(expected ?? '')).success).toBe(true);
    },
  );

  test('refuse what is no diff', () => {
    expect(jsonDiff.safeParse({ diffType: 'normal', a: '1 -> 2' }).success).toBe(false);
    expect(jsonDiff.safeParse({ diffType: 'object', a: 1 }).success).toBe(false);
    expect(arrayDiffSchema.safeParse({ diffType: 'array', newItems: [] }).success).toBe(false);
    expect(normalDiffSchema.safeParse({ a: '1 -> 2' }).success).toBe(false);
  });
});

describe('escapeName', () => {
  const names = fc.oneof(
    fc.string({ unit: fc.constantFrom('∆', 'k') }),
    fc
      .nat(3)
      .chain((marks) => fc.constantFrom('key', 'diffType').map((n) => '∆'.repeat(marks) + n)),
  );

  test.each(['diffType', 'key'] as const)(
    'is undone by unescapeName, and never yields %s',
    (reserved) => {
      fc.assert(
        fc.property(names, (name) => {
          expect(unescapeName(escapeName(name, reserved), reserved)).toBe(name);
          expect(escapeName(name, reserved)).not.toBe(reserved);
        }),
      );
    },
  );
});

describe('splitChange', () => {
  test('gives back both sides of any change', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (left, right) => {
        const [before, after] = [canonicalJson(left), canonicalJson(right)];
        expect(splitChange(`${before} -> ${after}`)).toEqual({ before, after });
      }),
    );
  });

  test('is not misled by an arrow in a string', () => {
    expect(splitChange('"a -> \\" -> b" -> {"c": " -> "}')).toEqual({
      before: '"a -> \\" -> b"',
      after: '{"c": " -> "}',
    });
  });

  test.each(['', '1', ' -> 1', '1 -> ', '"a', '[1 -> 2', '"a"->"b"'])('refuses %j', (change) => {
    expect(() => splitChange(change)).toThrow('not a change of the form');
  });
});

describe('canonicalJson', () => {
  test('refuses what is not JSON, and numbers that jsonb does not take', () => {
    expect(() => canonicalJson('{"a": }')).toThrow(SyntaxError);
    expect(() => canonicalJson('1e999999')).toThrow(RangeError);
  });
});
