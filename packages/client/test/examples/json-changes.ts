import { applyJsonChange, type JsonChange, type JsonValue } from '@audit/client';

/** `diffType` says what a change holds. */
export function describeChange(column: string, change: JsonChange): string[] {
  switch (change.diffType) {
    case 'object':
      return Object.entries(change.changes).map(
        ([member, { before, after }]) => `${column}.${member}: ${before} → ${after}`,
      );
    case 'array':
      return change.reordered
        ? [`${column}: other order`]
        : [`${column}: ${change.newItems.length} added, ${change.removedItems.length} removed`];
    case 'objectArray':
      return change.modifiedItems.flatMap(({ key, changes }) =>
        Object.entries(changes).map(
          ([member, { before, after }]) => `${column}[${key}].${member}: ${before} → ${after}`,
        ),
      );
    case 'other':
      return [`${column}: ${change.before} → ${change.after}`];
  }
}

/** The document after a change of type `object` or `other`, from the one before it. */
export function documentAfter(before: JsonValue, change: JsonChange): JsonValue | undefined {
  return change.diffType === 'object' || change.diffType === 'other'
    ? applyJsonChange(before, change)
    : undefined;
}
