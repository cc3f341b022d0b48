import { type JsonDiff, jsonDiffsSchema } from '@audit/schema';
import type { JsonValue } from '../json/value.js';
import { type Change, decodeChange } from './change.js';
import { decodeMembers } from './members.js';
import { parseDiff } from './parse-diff.js';

/** The change of a JSON document that was declared as `object`: its changed members. */
export interface ObjectChange {
  readonly diffType: 'object';
  /** By member, shallow: a changed nested value stands as a whole. A member that was or is absent reads `null`. */
  readonly changes: Readonly<Record<string, Change>>;
}

/** The change of an array, as a multiset. */
export interface ArrayChange {
  readonly diffType: 'array';
  /** In the order of the new array. */
  readonly newItems: readonly JsonValue[];
  /** In the order of the old array. */
  readonly removedItems: readonly JsonValue[];
  /** Whether the items are the same and only their order changed. */
  readonly reordered: boolean;
}

/** The change of an array of objects that are matched by their key fields. */
export interface ObjectArrayChange {
  readonly diffType: 'objectArray';
  readonly newItems: readonly JsonValue[];
  readonly removedItems: readonly JsonValue[];
  /** In the order of the new array. */
  readonly modifiedItems: readonly ModifiedItem[];
  readonly reordered: boolean;
}

/** One object of an array that is in the old and in the new one. */
export interface ModifiedItem {
  /** The values of its key fields, joined with `∆`. */
  readonly key: string;
  readonly changes: Readonly<Record<string, Change>>;
}

/** The change of a JSON value as a whole. */
export interface OtherChange extends Change {
  readonly diffType: 'other';
}

/** The change of a json, jsonb or array column; `diffType` says which. */
export type JsonChange = ObjectChange | ArrayChange | ObjectArrayChange | OtherChange;

/** The changed json, jsonb and array columns of a row, by name. */
export type JsonChanges<Row = Record<string, unknown>> = {
  readonly [Field in keyof Row & string]?: JsonChange;
};

/**
 * Decodes column `json_diff` of the log: the changed json, jsonb and array columns.
 *
 * @param jsonDiffText the column as text (`select json_diff::text …`); as a parsed object it would have lost digits.
 * @returns each changed column's change, to be told apart by its `diffType`.
 * @throws {@link InvalidDiffError} where the text is no such diff.
 *
 * @example
 * ```ts
 * const { labels } = decodeJsonDiffs(
 *   '{"labels": {"diffType": "array", "newItems": ["urgent"], "removedItems": []}}',
 * );
 * if (labels?.diffType === 'array') console.log(labels.newItems); // ['urgent']
 * ```
 */
export function decodeJsonDiffs(jsonDiffText: string): Record<string, JsonChange> {
  const diffs = parseDiff(jsonDiffText, jsonDiffsSchema);
  return Object.fromEntries(
    Object.entries(diffs).map(([column, diff]) => [column, decodeJsonDiff(diff)]),
  );
}

/** An absent `reordered` means that it is not only the order that changed. */
function items(diff: Extract<JsonDiff, { diffType: 'array' | 'objectArray' }>) {
  return {
    newItems: diff.newItems as JsonValue[],
    removedItems: diff.removedItems as JsonValue[],
    reordered: diff.reordered ?? false,
  };
}

function decodeJsonDiff(diff: JsonDiff): JsonChange {
  switch (diff.diffType) {
    case 'object':
      return { diffType: 'object', changes: decodeMembers(diff, 'diffType') };
    case 'array':
      return { diffType: 'array', ...items(diff) };
    case 'objectArray':
      return {
        diffType: 'objectArray',
        ...items(diff),
        modifiedItems: diff.modifiedItems.map((item) => ({
          key: item.key,
          changes: decodeMembers(item, 'key'),
        })),
      };
    case 'other':
      return { diffType: 'other', ...decodeChange(diff.content) };
  }
}
