import { describeWith, useDatabase } from '@audit/test-db';
import { describe, expect, test } from 'vitest';
import { readCases } from './cases.js';
import {
  canonicalOrNull,
  type Diffs,
  diffInNode,
  diffInPlv8,
  diffInSql,
  plv8Database,
  sqlDatabase,
} from './engines.js';

const cases = readCases();

function expectAll(diffs: Diffs): void {
  const named = (values: Diffs) => cases.map(({ name }, index) => [name, values[index]]);
  expect(named(diffs)).toEqual(named(cases.map(({ expected }) => canonicalOrNull(expected))));
}

test('each case has a name of its own', () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

test(`${cases.length} cases in Node`, () => {
  expectAll(diffInNode(cases));
});

describe('sql', () => {
  const database = useDatabase({ prepare: sqlDatabase });

  test(`${cases.length} cases on the sql engine`, async () => {
    expectAll(await diffInSql(await database().connect(), cases));
  });
});

describeWith('plv8', 'plv8', () => {
  const database = useDatabase({ prepare: plv8Database });

  test(`${cases.length} cases on the plv8 engine`, async () => {
    expectAll(await diffInPlv8(await database().connect(), cases));
  });
});
