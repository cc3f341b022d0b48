/** A value as JSON has them. Its numbers are JavaScript's: to keep every digit, decode the diff's text. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [member: string]: JsonValue };

/**
 * The diff of a row's columns but for json, jsonb and arrays: each member a changed column, and its value
 * `<before> -> <after>`, both as JSON text. A column named `diffType` is found under `∆diffType`.
 *
 * @example
 * ```ts
 * const diff: NormalDiff = { diffType: 'normal', qty: '1 -> 2', note: 'null -> "fragile"' };
 * ```
 */
export interface NormalDiff {
  diffType: 'normal';
  [column: string]: string;
}

/** The diff of a JSON object: each member a changed member of the object, written as in {@link NormalDiff}. */
export interface ObjectDiff {
  diffType: 'object';
  [member: string]: string;
}

/** The diff of an array, compared as a multiset. */
export interface ArrayDiff {
  diffType: 'array';
  /** What the new array has more of, in its order. */
  newItems: JsonValue[];
  /** What the old array had more of, in its order. */
  removedItems: JsonValue[];
  /** Set when both lists are empty because only the order changed. */
  reordered?: true;
}

/**
 * What changed in one object of an array: under `key` the values of its key fields, and each changed field as
 * in {@link NormalDiff}. A field named `key` is found under `∆key`.
 */
export interface ModifiedItem {
  key: string;
  [field: string]: string;
}

/** The diff of an array of objects that are matched by their key fields. */
export interface ObjectArrayDiff {
  diffType: 'objectArray';
  newItems: JsonValue[];
  removedItems: JsonValue[];
  /** In the order of the new array. */
  modifiedItems: ModifiedItem[];
  /** Set when all lists are empty because only the order changed. */
  reordered?: true;
}

/** The diff of a JSON document as a whole: `<before> -> <after>`. */
export interface OtherDiff {
  diffType: 'other';
  content: string;
}

/**
 * The diff of one json, jsonb or array column.
 *
 * @example
 * ```ts
 * function countNew(diff: JsonDiff): number {
 *   return diff.diffType === 'array' ? diff.newItems.length : 0;
 * }
 * ```
 */
export type JsonDiff = ObjectDiff | ArrayDiff | ObjectArrayDiff | OtherDiff;
