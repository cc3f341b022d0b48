import type { Preparation } from '@audit/test-db';
import type pg from 'pg';
import abridged from '../../sql/functions/_abridged.sql';
import change from '../../sql/functions/_change.sql';
import changedMembers from '../../sql/functions/_changed_members.sql';
import compareItems from '../../sql/functions/_compare_items.sql';
import diffArray from '../../sql/functions/_diff_array.sql';
import diffObject from '../../sql/functions/_diff_object.sql';
import diffObjectArray from '../../sql/functions/_diff_object_array.sql';
import diffOther from '../../sql/functions/_diff_other.sql';
import keyText from '../../sql/functions/_key_text.sql';
import { canonicalJson } from '../../src/diff/canonical.js';
import plv8Diff from '../../src/generated/plv8_diff.sql';
import { diffJson } from '../../src/plv8/diff.js';
import type { DiffInput } from './cases.js';

/** A diff for each input, as canonical text. */
export type Diffs = (string | null)[];

const sqlFunctions = [
  abridged,
  change,
  diffOther,
  changedMembers,
  diffObject,
  compareItems,
  diffArray,
  keyText,
  diffObjectArray,
];

/** A database with the diff functions alone. */
export const sqlDatabase: Preparation = {
  name: 'diff functions in SQL',
  async run(client) {
    await client.query('create schema audit');
    for (const sql of sqlFunctions) await client.query(sql);
  },
};

/** The same with those in plv8. */
export const plv8Database: Preparation = {
  name: 'diff functions in SQL and plv8',
  async run(client) {
    await client.query('create extension plv8');
    await sqlDatabase.run(client);
    await client.query(plv8Diff);
  },
};

export function diffInNode(inputs: DiffInput[]): Diffs {
  return inputs.map(({ type, before, after, key }) => {
    const diff = diffJson(type, canonicalOrNull(before), canonicalOrNull(after), key);
    return canonicalOrNull(diff);
  });
}

export function diffInSql(client: pg.Client, inputs: DiffInput[]): Promise<Diffs> {
  return diffInDatabase(
    client,
    inputs,
    `case type
       when 'object' then audit._diff_object(before, after)
       when 'array' then audit._diff_array(before, after)
       when 'objectArray' then audit._diff_object_array(before, after, key)
       else audit._diff_other(before, after)
     end`,
  );
}

export function diffInPlv8(client: pg.Client, inputs: DiffInput[]): Promise<Diffs> {
  return diffInDatabase(
    client,
    inputs,
    'audit._plv8_diff(type, before::text, after::text, key)::jsonb',
  );
}

/** How the server prints each document. */
export async function canonicalInDatabase(client: pg.Client, documents: string[]) {
  const { rows } = await client.query<{ document: string }>(
    `select document::jsonb::text as document
     from unnest($1::text[]) with ordinality as _ (document, position) order by position`,
    [documents],
  );
  return rows.map(({ document }) => document);
}

export function canonicalOrNull(document: string | null): string | null {
  return document === null ? null : canonicalJson(document);
}

async function diffInDatabase(client: pg.Client, inputs: DiffInput[], expression: string) {
  const { rows } = await client.query<{ diff: string | null }>(
    `select (${expression})::text as diff
     from (
       select
         position, type, before::jsonb as before, after::jsonb as after,
         (select array_agg(name order by at)
          from jsonb_array_elements_text(key::jsonb) with ordinality as _ (name, at)) as key
       from unnest($1::text[], $2::text[], $3::text[], $4::text[])
         with ordinality as _ (type, before, after, key, position)
     ) as input
     order by position`,
    [
      inputs.map(({ type }) => type),
      inputs.map(({ before }) => before),
      inputs.map(({ after }) => after),
      inputs.map(({ key }) => JSON.stringify(key ?? [])),
    ],
  );
  return rows.map(({ diff }) => diff);
}
