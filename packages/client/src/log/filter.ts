/** What happened to the row: inserted, updated, deleted; `T`: its table was truncated. */
export type Action = 'I' | 'U' | 'D' | 'T';

/** A value of a key column, as the application has it. */
export type KeyValue = string | number | bigint;

/** A row's key; of several columns, their values in key order. */
export type Key = KeyValue | readonly KeyValue[];

/**
 * Which entries of the log to read. Members that are absent do not restrict; those that are given must all hold.
 */
export interface EntryFilter {
  /**
   * The table's name, unquoted: `orders` in any schema, or `shop.orders`. A table that was renamed is found under
   * each of its names, its records from before included; a name that two tables have had means the one that has it
   * now, or else the one that had it last.
   */
  readonly table?: string | undefined;
  /** The table's schema, unquoted. With it `table` is a bare name, and may itself contain a dot; alone, it is that of the time of the change. */
  readonly schema?: string | undefined;
  /** The row's key. With `table` this is an index search. */
  readonly key?: Key | undefined;
  /** What happened: any of these. */
  readonly actions?: readonly Action[] | undefined;
  /**
   * A column that changed. Only updates have changed columns: an insert or a delete never matches. With `table`, a
   * column that was renamed is found under each of its names; the entry has the name of its time.
   */
  readonly changedField?: string | undefined;
  /** Exactly this `op_type` of the context. */
  readonly opType?: string | undefined;
  /** Exactly this `revision_id` of the context. */
  readonly revisionId?: string | undefined;
  /**
   * Who: the context's actor; where it names none, the row's own `modified_by`; where that is absent too, the
   * database role. The same as {@link AuditEntryBase.actor}.
   */
  readonly actor?: string | undefined;
  /** The 64-bit id of the transaction. */
  readonly transactionId?: bigint | number | undefined;
  /**
   * Transactions that began at this time or later: a Date, or an ISO 8601 string with its offset, such as an entry's
   * own `transactionAt` (exact to the microsecond). Months outside the range are not read at all.
   */
  readonly since?: Date | string | undefined;
  /** Transactions that began before this time; written like `since`. */
  readonly until?: Date | string | undefined;
}
