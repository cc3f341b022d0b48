/** A group of tables that are marked and rolled back together. */
export interface Group {
  readonly name: string;
  readonly note: string | null;
  /** ISO 8601 in UTC, to the microsecond, as all times here. */
  readonly createdAt: string;
  readonly createdBy: string;
  readonly tables: readonly GroupTable[];
}

/** A table of a group. */
export interface GroupTable {
  readonly schema: string;
  readonly table: string;
  readonly assignedAt: string;
  /** Why marks do not include it any more; null where they do. */
  readonly problem: string | null;
}

/** A point that all tables of a group agree on. */
export interface Mark {
  readonly group: string;
  readonly name: string;
  readonly markedAt: string;
  readonly markedBy: string;
  /** No rollback may go behind it. */
  readonly protected: boolean;
  readonly note: string | null;
  /** The last number (emaj_gid) in the log tables before it. */
  readonly gid: bigint;
  /** How many tables the group had. */
  readonly tables: number;
}

/** Between which marks; left out, from the first mark, and to now. */
export interface MarkRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What {@link AuditGroups.estimateStats} knows of a table; null where PostgreSQL's counters were reset. */
export interface EstimatedStats {
  readonly schema: string;
  readonly table: string;
  readonly inserted: bigint | null;
  readonly updated: bigint | null;
  readonly deleted: bigint | null;
}

/** How many rows of a table changed between two marks. */
export interface TableStats {
  readonly schema: string;
  readonly table: string;
  readonly inserted: bigint;
  readonly updated: bigint;
  readonly deleted: bigint;
  /** Rows lost to TRUNCATE. */
  readonly truncated: bigint;
  /** TRUNCATE commands. */
  readonly truncations: bigint;
  readonly lastChange: string | null;
}

/** What one login role did in a table between two marks, verb by verb. */
export interface RoleStats {
  readonly schema: string;
  readonly table: string;
  readonly role: string;
  readonly verb: 'INS' | 'UPD' | 'DEL' | 'TRU';
  readonly rows: bigint;
  readonly transactions: bigint;
  readonly firstChange: string;
  readonly lastChange: string;
}

/** What a rollback does, or would do, in a table. */
export interface RollbackTable {
  readonly schema: string;
  readonly table: string;
  /** Rows inserted, updated and deleted by the rollback. */
  readonly inserts: bigint;
  readonly updates: bigint;
  readonly deletes: bigint;
  /** Changes logged since the mark, and which login roles made them. */
  readonly changes: bigint;
  readonly changedBy: readonly string[];
  readonly lastChange: string | null;
  /** Why a rollback would be refused, and what to do; null where it would not, and after one. */
  readonly refusal: string | null;
  readonly hint: string | null;
}

/** A moment in a table's past: a mark of its group, or a time. */
export type Moment = { readonly mark: string } | { readonly at: Date | string };
