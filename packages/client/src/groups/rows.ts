import type { EstimatedStats, Group, Mark, RoleStats, RollbackTable, TableStats } from './types.js';

/** A row as it is selected: every column is text or null. */
export type Row = Readonly<Record<string, string | null>>;

export function groupsOf(rows: readonly Row[]): Group[] {
  const groups = new Map<string, Group & { tables: Group['tables'][number][] }>();
  for (const row of rows) {
    const name = text(row.group_name);
    const group = groups.get(name) ?? {
      name,
      note: row.note ?? null,
      createdAt: text(row.created_at),
      createdBy: text(row.created_by),
      tables: [],
    };
    groups.set(name, group);
    if (row.assigned_at == null) continue;
    group.tables.push({
      ...tableOf(row),
      assignedAt: row.assigned_at,
      problem: row.problem ?? null,
    });
  }
  return [...groups.values()];
}

export function markOf(row: Row): Mark {
  return {
    group: text(row.group_name),
    name: text(row.mark_name),
    markedAt: text(row.marked_at),
    markedBy: text(row.marked_by),
    protected: row.protected === 'true',
    note: row.note ?? null,
    gid: count(row.gid),
    tables: Number(row.tables),
  };
}

export function tableStatsOf(row: Row): TableStats {
  return {
    ...tableOf(row),
    inserted: count(row.inserted),
    updated: count(row.updated),
    deleted: count(row.deleted),
    truncated: count(row.truncated),
    truncations: count(row.truncations),
    lastChange: row.last_change ?? null,
  };
}

export function roleStatsOf(row: Row): RoleStats {
  return {
    ...tableOf(row),
    role: text(row.role),
    verb: text(row.verb) as RoleStats['verb'],
    rows: count(row.changed_rows),
    transactions: count(row.transactions),
    firstChange: text(row.first_change),
    lastChange: text(row.last_change),
  };
}

export function estimatedStatsOf(row: Row): EstimatedStats {
  const maybe = (value: string | null | undefined) => (value == null ? null : BigInt(value));
  return {
    ...tableOf(row),
    inserted: maybe(row.inserted),
    updated: maybe(row.updated),
    deleted: maybe(row.deleted),
  };
}

export function rollbackTableOf(row: Row): RollbackTable {
  return {
    ...tableOf(row),
    inserts: count(row.inserts),
    updates: count(row.updates),
    deletes: count(row.deletes),
    changes: count(row.changes),
    changedBy: JSON.parse(row.changed_by ?? '[]') as string[],
    lastChange: row.last_change ?? null,
    refusal: row.refusal ?? null,
    hint: row.hint ?? null,
  };
}

function tableOf(row: Row): { schema: string; table: string } {
  return { schema: text(row.schema_name), table: text(row.table_name) };
}

function count(value: string | null | undefined): bigint {
  return BigInt(value ?? 0);
}

function text(value: string | null | undefined): string {
  return value ?? '';
}
