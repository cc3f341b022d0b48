import { beforeAll, expect, test } from 'vitest';
import { type JsonDiff, type JsonValue, splitChange, unescapeName } from '../../src/index.js';
import { useAudited } from '../support/audited.js';
import { Random } from '../support/random.js';

const { client } = useAudited();
const seed = Number(process.env.AUDIT_TEST_SEED ?? Date.now() % 1_000_000);

// What could be taken for the end of a value, or for an arrow.
const pieces = [
  ...[
    ' -> ',
    '->',
    '-',
    '>',
    '"',
    '\\',
    '\\"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ' ',
    '\n',
    '∆',
    '"diffType"',
  ],
  ...['a', 'Анна', '😀', 'null', 'true', '1', '-1'],
];

const words = (random: Random) =>
  Array.from({ length: random.int(6) }, () => random.pick(pieces)).join('');

function json(random: Random, depth = 0): JsonValue {
  const kind = random.int(depth > 2 ? 4 : 6);
  if (kind === 0) return null;
  if (kind === 1) return words(random);
  if (kind === 2) return random.int(1000) - 500;
  if (kind === 3) return random.int(2) === 0;
  if (kind === 4) return Array.from({ length: random.int(4) }, () => json(random, depth + 1));
  return object(random, depth + 1);
}

const object = (random: Random, depth = 1): Record<string, JsonValue> =>
  Object.fromEntries(
    Array.from({ length: random.int(4) }, () => [
      random.pick(['diffType', '∆diffType', 'key', 'a -> b', words(random)]),
      json(random, depth),
    ]),
  );

const items = (random: Random) =>
  Array.from({ length: random.int(5) }, () => ({
    sku: random.pick(['A', 'B', ' -> ', '"']),
    ...object(random, 2),
  }));

beforeAll(async () => {
  await client().query(`
    create type pair as (label text, amount numeric);
    create table thing (
      id int primary key, "diffType" text, "∆diffType" text, amount numeric, pair pair,
      any_doc jsonb, object_doc jsonb, array_doc jsonb, lines_doc jsonb
    );
    select audit.track('thing', json_columns =>
      '{"object_doc": "object", "array_doc": "array", "lines_doc": {"type": "objectArray", "key": ["sku"]}}')`);
});

test(`every value comes out as it went in (seed ${seed})`, async () => {
  const random = new Random(seed);
  const row = () => {
    const maybe = <T>(value: T) => (random.int(6) === 0 ? null : value);
    const doc = (value: JsonValue) => maybe(JSON.stringify(value));
    return [
      maybe(words(random)),
      maybe(words(random)),
      maybe(
        `${random.int(2) === 0 ? '-' : ''}${random.int(1e9)}${random.int(1e9)}.${random.int(1000)}0`,
      ),
      maybe(words(random)),
      maybe(String(random.int(100) - 50)),
      doc(json(random)),
      doc(object(random)),
      doc(Array.from({ length: random.int(5) }, () => json(random, 2))),
      doc(items(random)),
    ];
  };
  const columns = `"diffType" = $1, "∆diffType" = $2, amount = $3, pair = row($4, $5)::pair, any_doc = $6, object_doc = $7, array_doc = $8, lines_doc = $9`;
  await client().query('insert into thing (id) values (1)');
  for (let n = 0; n < 400; n++) {
    const before = await read();
    await client().query(`update thing set ${columns} where id = 1`, row());
    const after = await read();
    const { rows: fields } = await client().query<{
      field: string;
      old: string | null;
      now: string | null;
    }>(
      `select field_changed as field, old_value as old, new_value as now from audit.field_history
       where log_id = (select max(id) from audit.data_op_log) order by ordinal_position`,
    );
    const { rows } = await client().query<{
      diff: Record<string, string> | null;
      json_diff: Record<string, JsonDiff> | null;
    }>('select diff, json_diff from audit.data_op_log order by id desc limit 1');
    const changed = [
      ...Object.keys(rows[0]?.diff ?? {})
        .filter((name) => name !== 'diffType')
        .map((name) => unescapeName(name, 'diffType')),
      ...Object.keys(rows[0]?.json_diff ?? {}),
    ];
    expect(fields.map(({ field }) => field).sort()).toEqual(changed.sort());
    for (const { field, old, now } of fields) {
      const diff = rows[0]?.json_diff?.[field];
      if (diff === undefined || diff.diffType === 'other') {
        expect({ field, old, now }).toEqual({ field, old: before[field], now: after[field] });
      } else {
        expect({ field, old: parsed(old), now: parsed(now) }).toEqual({ field, ...sides(diff) });
      }
    }
  }
});

/** The row's values as text, strings bare. */
async function read(): Promise<Record<string, string | null>> {
  const { rows } = await client().query<{ row: Record<string, string | null> }>(
    `select json_object_agg(e.key, e.value) as row
     from thing, jsonb_each_text(to_jsonb(thing)) as e`,
  );
  return rows[0]?.row as Record<string, string | null>;
}

const parsed = (text: string | null) => (text === null ? null : JSON.parse(text));

/** Both sides of a diff of a JSON column, as the view is documented to show them. */
function sides(diff: Exclude<JsonDiff, { diffType: 'other' }>): { old: JsonValue; now: JsonValue } {
  if (diff.diffType === 'object') {
    const { diffType: _, ...members } = diff;
    return bothSides(members as Record<string, string>, (name) => unescapeName(name, 'diffType'));
  }
  const lists = diff as Extract<JsonDiff, { diffType: 'array' }>;
  if (lists.reordered) return { old: null, now: { reordered: true } };
  const modified = diff.diffType === 'objectArray' ? diff.modifiedItems : [];
  const both = modified.map(({ key, ...members }) => {
    const { old, now } = bothSides(members, (name) => name);
    return { old: { key, ...old }, now: { key, ...now } };
  });
  return {
    old: [...lists.removedItems, ...both.map(({ old }) => old)],
    now: [...lists.newItems, ...both.map(({ now }) => now)],
  };
}

function bothSides(members: Record<string, string>, nameOf: (name: string) => string) {
  const old: Record<string, JsonValue> = {};
  const now: Record<string, JsonValue> = {};
  for (const [name, change] of Object.entries(members)) {
    const { before, after } = splitChange(change);
    old[nameOf(name)] = JSON.parse(before);
    now[nameOf(name)] = JSON.parse(after);
  }
  return { old, now };
}
