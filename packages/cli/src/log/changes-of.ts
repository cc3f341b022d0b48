import type { AuditEntry, Change, JsonChange, JsonValue } from '@audit/client';
import type { ChangeNode } from './change-tree.js';
import { shownValue } from './shown-value.js';

/** What an entry says about its row, field by field. */
export function changesOf(entry: AuditEntry): ChangeNode[] {
  switch (entry.action) {
    case 'I':
      return wholeRow(entry.rawData, 'added');
    case 'D':
      return wholeRow(entry.rawData, 'removed');
    case 'U':
      return [...members(entry.changes), ...jsonColumns(entry.jsonChanges)];
    case 'T':
      return [{ kind: 'remark', label: 'all rows removed at once' }];
  }
}

/** Null columns say nothing that their absence does not. */
function wholeRow(
  row: Readonly<Record<string, JsonValue>>,
  kind: 'added' | 'removed',
): ChangeNode[] {
  return Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(([label, value]) => ({ kind, label, value: shownValue(value) }));
}

function members(changes: Readonly<Record<string, Change | undefined>>): ChangeNode[] {
  return Object.entries(changes).flatMap(([label, change]) =>
    change === undefined ? [] : [changed(label, change)],
  );
}

function changed(label: string, { before, after }: Change): ChangeNode {
  return { kind: 'changed', label, before: shownValue(before), after: shownValue(after) };
}

function jsonColumns(changes: Readonly<Record<string, JsonChange | undefined>>): ChangeNode[] {
  return Object.entries(changes).flatMap(([label, change]) =>
    change === undefined ? [] : [jsonColumn(label, change)],
  );
}

function jsonColumn(label: string, change: JsonChange): ChangeNode {
  if (change.diffType === 'other') return changed(label, change);
  if (change.diffType === 'object') {
    return { kind: 'group', label, children: members(change.changes) };
  }
  const modified = change.diffType === 'objectArray' ? change.modifiedItems : [];
  return {
    kind: 'group',
    label,
    children: [
      ...modified.map(
        (item): ChangeNode => ({ kind: 'item', label: item.key, children: members(item.changes) }),
      ),
      ...change.newItems.map((item) => listed('added', item)),
      ...change.removedItems.map((item) => listed('removed', item)),
      ...(change.reordered
        ? [{ kind: 'remark', label: 'the same items in another order' } as const]
        : []),
      ...(isSilent(change) ? [{ kind: 'remark', label: 'null and empty exchanged' } as const] : []),
    ],
  };
}

function listed(kind: 'added' | 'removed', item: JsonValue): ChangeNode {
  return { kind, label: '', value: shownValue(item) };
}

/** A change between null and an empty list has no items to show. */
function isSilent(change: Extract<JsonChange, { reordered: boolean }>): boolean {
  const { newItems, removedItems, reordered } = change;
  const modified = change.diffType === 'objectArray' ? change.modifiedItems.length : 0;
  return newItems.length + removedItems.length + modified === 0 && !reordered;
}
