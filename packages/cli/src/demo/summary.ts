import type { AuditEntry } from '@audit/client';

/** What one actor did to one table. */
export interface SummaryLine {
  readonly actor: string;
  readonly table: string;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  /** The fields that updates changed. */
  readonly fields: readonly string[];
}

const counters = { I: 'inserted', U: 'updated', D: 'deleted' } as const;

/** Who changed what, in the order in which they came on stage. */
export function summarize(entries: readonly AuditEntry[]): SummaryLine[] {
  const lines = new Map<string, SummaryLine>();
  for (const entry of entries) {
    if (entry.action === 'T') continue;
    const actor = entry.actor ?? 'unknown';
    const table = `${entry.schema}.${entry.table}`;
    const name = JSON.stringify([actor, table]);
    const line = lines.get(name) ?? {
      actor,
      table,
      inserted: 0,
      updated: 0,
      deleted: 0,
      fields: [],
    };
    const counter = counters[entry.action];
    const fields = [...Object.keys(entry.changes), ...Object.keys(entry.jsonChanges)];
    lines.set(name, {
      ...line,
      [counter]: line[counter] + 1,
      fields: [...new Set([...line.fields, ...fields])],
    });
  }
  return [...lines.values()];
}
