import { describeWith, useDatabase } from '@audit/test-db';
import fc from 'fast-check';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/diff/canonical.js';
import type { DiffInput } from './cases.js';
import { diffInput, longArrays } from './documents.js';
import {
  canonicalInDatabase,
  type Diffs,
  diffInNode,
  diffInPlv8,
  diffInSql,
  plv8Database,
  sqlDatabase,
} from './engines.js';

const casesPerQuery = 100;
const queries = 30;

// fast-check prints the seed of a failure; AUDIT_TEST_SEED runs it again.
const seed = process.env.AUDIT_TEST_SEED;
const settings = seed === undefined ? {} : { seed: Number(seed) };

const batch = fc.array(diffInput, { minLength: casesPerQuery, maxLength: casesPerQuery });

/** Only what differs, so that a failure can be read. */
function expectSame(inputs: DiffInput[], actual: Diffs, expected: Diffs): void {
  const differing = inputs.flatMap((input, index) =>
    actual[index] === expected[index] ? [] : [{ ...input, diff: actual[index] }],
  );
  const wanted = inputs.flatMap((input, index) =>
    actual[index] === expected[index] ? [] : [{ ...input, diff: expected[index] }],
  );
  expect(differing).toEqual(wanted);
}

async function compare(
  inputs: fc.Arbitrary<DiffInput[]>,
  numRuns: number,
  diff: (inputs: DiffInput[]) => Promise<Diffs>,
): Promise<void> {
  const property = fc.asyncProperty(inputs, async (list) => {
    expectSame(list, await diff(list), diffInNode(list));
  });
  await fc.assert(property, { ...settings, numRuns });
}

describe('sql', () => {
  const database = useDatabase({ prepare: sqlDatabase });
  let client: pg.Client;
  beforeAll(async () => {
    client = await database().connect();
  });

  test(`${casesPerQuery * queries} random cases give in SQL what they give in Node`, () =>
    compare(batch, queries, (inputs) => diffInSql(client, inputs)));

  test('arrays of 10,000 items', () =>
    compare(fc.array(longArrays, { minLength: 1, maxLength: 1 }), 8, (inputs) =>
      diffInSql(client, inputs),
    ));

  test('a document is canonical when the server would print it so', () =>
    fc.assert(
      fc.asyncProperty(batch, async (inputs) => {
        const documents = inputs
          .flatMap(({ before, after }) => [before, after])
          .filter((d) => d !== null);
        expect(documents.map(canonicalJson)).toEqual(await canonicalInDatabase(client, documents));
      }),
      { ...settings, numRuns: 10 },
    ));
});

describeWith('plv8', 'plv8', () => {
  const database = useDatabase({ prepare: plv8Database });
  let client: pg.Client;
  beforeAll(async () => {
    client = await database().connect();
  });

  test(`${casesPerQuery * queries} random cases give in plv8 what they give in Node`, () =>
    compare(batch, queries, (inputs) => diffInPlv8(client, inputs)));

  test('arrays of 10,000 items', () =>
    compare(fc.array(longArrays, { minLength: 1, maxLength: 1 }), 8, (inputs) =>
      diffInPlv8(client, inputs),
    ));
});
