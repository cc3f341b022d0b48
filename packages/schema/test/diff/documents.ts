import fc from 'fast-check';
import type { DiffInput } from './cases.js';

// Documents are made as text: values of JavaScript could not hold most of these numbers.

const number = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '-0.00',
    '1',
    '1.0',
    '1.00',
    '10',
    '100',
    '1e2',
    '1.5',
    '1.50',
    '15e-1',
  ),
  fc.constantFrom('9007199254740992', '9007199254740993', '-9007199254740993.0', '1e-20', '2E+3'),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(String),
  fc
    .tuple(
      fc.bigInt({ min: 0n, max: 10n ** 25n }),
      fc.bigInt({ min: 0n, max: 10n ** 25n }),
      fc.nat(3),
    )
    .map(([whole, fraction, zeros]) => `${whole}.${fraction}${'0'.repeat(zeros)}`),
);

/** PostgreSQL's text holds neither NUL nor halves of surrogate pairs. */
const anyString = fc
  .string({ unit: 'binary', maxLength: 8 })
  .map((text) => text.replaceAll('\0', ''));

const string = fc
  .oneof(
    fc.constantFrom(
      '',
      'a',
      'b',
      '1',
      '1.0',
      'null',
      '∆',
      'a∆b',
      ' -> ',
      '"',
      '\\',
      '\\"',
      '}, {',
      '":',
      '\u2028',
      '\u007f',
    ),
    fc.string({
      unit: fc.constantFrom('"', '\\', ',', ' ', '{', '}', '[', ']', ':', '.', '0'),
      maxLength: 6,
    }),
    anyString,
  )
  .map((text) => JSON.stringify(text));

const keyField = fc.constantFrom('"id"', '"lot"');

const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('"a"', '"b"', '"cc"', '"é"', '"€"', '"𐀀"', '"ﬀ"') },
  { weight: 2, arbitrary: keyField },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '"key"',
      '"∆key"',
      '"∆∆key"',
      '"diffType"',
      '"∆diffType"',
      '"∆∆diffType"',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"__proto__"', '"constructor"', '"toString"', '"length"', '"0"'),
  },
  { weight: 1, arbitrary: string },
);

const scalar = fc.oneof(number, string, fc.constantFrom('null', 'true', 'false'));

function objectOf(members: fc.Arbitrary<[string, string][]>): fc.Arbitrary<string> {
  return members.map(
    (list) => `{${list.map(([member, value]) => `${member}:${value}`).join(' ,')}}`,
  );
}

const { value } = fc.letrec<{ value: string; array: string; object: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    tie('array'),
    tie('object'),
  ),
  array: fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
  object: objectOf(fc.array(fc.tuple(name, tie('value')), { maxLength: 4 })),
}));

const deep = fc
  .tuple(fc.integer({ min: 100, max: 1000 }), scalar)
  .map(([depth, inner]) => `${'[{"a":'.repeat(depth)}${inner}${'}]'.repeat(depth)}`);

const object = objectOf(
  fc.array(
    fc.tuple(name, fc.oneof({ weight: 30, arbitrary: value }, { weight: 1, arbitrary: deep })),
    { maxLength: 8 },
  ),
);

/** Few values, so that items meet their like, and keys are repeated or missing. */
const keyed = objectOf(
  fc
    .tuple(
      fc.array(
        fc.tuple(keyField, fc.oneof(fc.constantFrom('1', '1.0', '"1"', '"∆"', 'null'), scalar)),
        { minLength: 1, maxLength: 2 },
      ),
      fc.array(fc.tuple(name, fc.oneof(fc.constantFrom('1', '1.0', '2'), value)), { maxLength: 3 }),
    )
    .map(([keys, others]) => [...keys, ...others]),
);

const item = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('1', '1.0', '"1"', 'null', '[]', '{}', '{"id": 1}') },
  { weight: 4, arbitrary: keyed },
  { weight: 2, arbitrary: value },
);

const array = fc.array(item, { maxLength: 10 }).map((items) => `[${items.join(', ')}]`);

const absent = fc.constantFrom(null, 'null');

/** Mostly of the declared shape, sometimes absent, empty or something else. */
function documentOf(type: DiffInput['type']): fc.Arbitrary<string | null> {
  const shaped = { object, array, objectArray: array, other: value }[type];
  return fc.oneof(
    { weight: 12, arbitrary: shaped },
    { weight: 2, arbitrary: absent },
    { weight: 1, arbitrary: fc.constantFrom('{}', '[]') },
    { weight: 1, arbitrary: value },
  );
}

const key: fc.Arbitrary<string[]> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom<string[][]>(['id'], ['id', 'lot'], ['lot', 'id'], ['__proto__']),
  },
  {
    weight: 1,
    arbitrary: fc.array(
      name.map((text): string => JSON.parse(text)),
      { maxLength: 3 },
    ),
  },
);

export const diffInput: fc.Arbitrary<DiffInput> = fc
  .constantFrom<DiffInput['type']>('object', 'array', 'objectArray', 'objectArray', 'other')
  .chain((type) =>
    fc.record({
      type: fc.constant(type),
      key: type === 'objectArray' ? key : fc.constant(null),
      before: documentOf(type),
      after: documentOf(type),
    }),
  );

/** Arrays of 10,000 items, of which some change, go, come and move. */
export const longArrays: fc.Arbitrary<DiffInput> = fc
  .record({
    type: fc.constantFrom<DiffInput['type']>('array', 'objectArray'),
    seed: fc.integer({ min: 1, max: 1_000 }),
    distinct: fc.constantFrom(3, 5_000, 10_000_000),
    isReversed: fc.boolean(),
  })
  .map(({ type, seed, distinct, isReversed }) => {
    const itemAt = (index: number, version: number) => {
      const id = (index * 7_919) % distinct;
      const qty = index % seed === 0 ? `${version}.0` : 1;
      return type === 'array'
        ? `${id + (index % seed === 0 ? version : 0)}`
        : `{"id": ${id}, "qty": ${qty}}`;
    };
    const indexes = Array.from({ length: 10_000 }, (_, index) => index);
    const old = indexes.map((index) => itemAt(index, 1));
    const now = indexes.map((index) => itemAt(index + (seed % 10), 2));
    if (isReversed) now.reverse();
    return { type, key: ['id'], before: `[${old.join(',')}]`, after: `[${now.join(',')}]` };
  });
