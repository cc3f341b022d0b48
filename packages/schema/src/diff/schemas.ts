import { z } from 'zod';

// They say whether a value is a diff. The object that zod returns lacks a member named `__proto__`,
// so that a diff which may have one is to be read from the value itself.

/** Checks the `diff` of a record. Its type is `NormalDiff`. */
export const normalDiffSchema = z.object({ diffType: z.literal('normal') }).catchall(z.string());

/** Checks the diff of a JSON object. Its type is `ObjectDiff`. */
export const objectDiffSchema = z.object({ diffType: z.literal('object') }).catchall(z.string());

/** Checks the diff of an array. Its type is `ArrayDiff`. */
export const arrayDiffSchema = z.strictObject({
  diffType: z.literal('array'),
  newItems: z.array(z.json()),
  removedItems: z.array(z.json()),
  reordered: z.literal(true).optional(),
});

/** Checks one of an objectArray's modified items. Its type is `ModifiedItem`. */
export const modifiedItemSchema = z.object({ key: z.string() }).catchall(z.string());

/** Checks the diff of an array of objects. Its type is `ObjectArrayDiff`. */
export const objectArrayDiffSchema = z.strictObject({
  diffType: z.literal('objectArray'),
  newItems: z.array(z.json()),
  removedItems: z.array(z.json()),
  modifiedItems: z.array(modifiedItemSchema),
  reordered: z.literal(true).optional(),
});

/** Checks the diff of a JSON document as a whole. Its type is `OtherDiff`. */
export const otherDiffSchema = z.strictObject({
  diffType: z.literal('other'),
  content: z.string(),
});

/**
 * Checks the diff of one json, jsonb or array column. Its type is `JsonDiff`, told apart by `diffType`.
 *
 * @example
 * ```ts
 * const diff = jsonDiffSchema.parse(record.json_diff.labels);
 * if (diff.diffType === 'array') console.log(diff.newItems);
 * ```
 */
export const jsonDiffSchema = z.discriminatedUnion('diffType', [
  objectDiffSchema,
  arrayDiffSchema,
  objectArrayDiffSchema,
  otherDiffSchema,
]);

/** Checks the `json_diff` of a record: the diff of each changed json, jsonb or array column. */
export const jsonDiffsSchema = z.record(z.string(), jsonDiffSchema);
