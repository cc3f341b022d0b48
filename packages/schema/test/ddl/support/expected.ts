import type { Column, Snapshot, Table } from './snapshot.js';

/** What the log has to say of the difference between two snapshots, in the form of `newRecords`. */
export function expectedRecords(table: Table, before: Snapshot, after: Snapshot): string[] {
  const head = `${table.schema} ${table.name}`;
  const records: string[] = [];
  for (const [key, row] of after) {
    const old = before.get(key);
    if (old === undefined) {
      records.push(`${head} I ${key} ${row.whole}`);
    } else {
      const diff = diffOf(table.columns, old.values, row.values);
      if (diff !== '') records.push(`${head} U ${key} ${diff}`);
    }
  }
  for (const [key, row] of before) {
    if (!after.has(key)) records.push(`${head} D ${key} ${row.whole}`);
  }
  return records.sort();
}

function diffOf(
  columns: Column[],
  before: Map<string, string>,
  after: Map<string, string>,
): string {
  const normal: [string, string][] = [];
  const json: [string, string][] = [];
  for (const { name, type } of columns) {
    const old = before.get(name) ?? 'null';
    const now = after.get(name) ?? 'null';
    if (old === now) continue;
    if (type.endsWith('[]')) json.push([name, arrayDiff(old, now)]);
    else if (type === 'jsonb' || type === 'json') json.push([name, otherDiff(old, now)]);
    else normal.push([name, `${old} -> ${now}`]);
  }
  if (normal.length > 0) normal.push(['diffType', 'normal']);
  return [listed(normal), listed(json)].filter((part) => part !== '').join(' ');
}

function listed(members: [string, string][]): string {
  return members
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${name}: ${text}`)
    .join('; ');
}

function otherDiff(before: string, after: string): string {
  return `{"content": ${JSON.stringify(`${before} -> ${after}`)}, "diffType": "other"}`;
}

/** The arrays of these tests hold small integers, which JavaScript's numbers hold too. */
function arrayDiff(before: string, after: string): string {
  const old = (JSON.parse(before) ?? []) as number[];
  const now = (JSON.parse(after) ?? []) as number[];
  const removed = without(old, now);
  const added = without(now, old);
  const reordered = removed.length + added.length === 0 && old.length > 0;
  const members = [`"diffType": "array"`, `"newItems": [${added.join(', ')}]`];
  if (reordered) members.push('"reordered": true');
  members.push(`"removedItems": [${removed.join(', ')}]`);
  // jsonb sorts members by length first.
  return `{${members.sort((a, b) => keyLength(a) - keyLength(b) || (a < b ? -1 : 1)).join(', ')}}`;
}

const keyLength = (member: string) => member.indexOf('"', 1);

function without(items: number[], others: number[]): number[] {
  const left = [...others];
  return items.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
