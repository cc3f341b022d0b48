import type { Changes } from '../diff/change.js';
import type { JsonChanges } from '../diff/json.js';
import type { JsonValue } from '../json/value.js';

/** A whole row as it was recorded; with a row type, its columns. */
export type RawData<Row = Record<string, unknown>> = {
  readonly [Column in keyof Row & string]: JsonValue;
};

/**
 * What every entry of the log has. Times are ISO 8601 in UTC with six digits of a second
 * (`2026-05-01T08:00:00.123456Z`), since a Date would lose the microseconds; as texts they sort by time. Ids of 64
 * bits are bigints.
 */
export interface AuditEntryBase<Row> {
  /** Order of capture, not of commit. */
  readonly id: bigint;
  /** The table as it was named at the time of the change. */
  readonly schema: string;
  readonly table: string;
  /** The row's key as text, of several columns joined with `∆`. Null for TRUNCATE and for a table without a key. */
  readonly key: string | null;
  /** Who: `actor` of the context, else the row's `modifiedBy`, else `roleName`. */
  readonly actor: string | null;
  readonly opType: string | null;
  readonly opNote: string | null;
  readonly revisionId: string | null;
  /** The free part of the context, the actor included. */
  readonly meta: JsonValue;
  /** From the row's own columns. An infinite time reads `infinity` or `-infinity`. */
  readonly modifiedAt: string | null;
  readonly modifiedBy: string | null;
  /** When the transaction began. */
  readonly transactionAt: string;
  /** When the statement began. */
  readonly statementAt: string;
  /** When the change was recorded. */
  readonly clockAt: string;
  readonly transactionId: bigint | null;
  /** The same for all entries of one statement. */
  readonly statementId: bigint | null;
  /** OID of the table, in the cluster where the change was made. */
  readonly relid: number;
  /** The login role. */
  readonly sessionUserName: string | null;
  /** The role in effect, after SET ROLE. */
  readonly roleName: string | null;
  readonly applicationName: string | null;
  /** Null over a Unix socket. */
  readonly clientAddr: string | null;
  readonly clientPort: number | null;
  /** The client's query, where it is recorded: whole on the first entry of its statement, else cut to 1 kB. */
  readonly clientQuery: string | null;
  /** For an update: its changed columns but JSON and arrays. Empty otherwise. */
  readonly changes: Changes<Row>;
  /** For an update: its changed json, jsonb and array columns. Empty otherwise. */
  readonly jsonChanges: JsonChanges<Row>;
}

/** A row was inserted (`rawData`: the new row) or deleted (`rawData`: the old row). */
export interface RowEntry<Row = Record<string, unknown>> extends AuditEntryBase<Row> {
  readonly action: 'I' | 'D';
  readonly rawData: RawData<Row>;
}

/** A row was updated: see `changes` and `jsonChanges`. */
export interface UpdateEntry<Row = Record<string, unknown>> extends AuditEntryBase<Row> {
  readonly action: 'U';
  readonly rawData: null;
}

/** The table was truncated. */
export interface TruncateEntry<Row = Record<string, unknown>> extends AuditEntryBase<Row> {
  readonly action: 'T';
  readonly rawData: null;
}

/**
 * One entry of the log; `action` says which kind.
 *
 * @typeParam Row the table's row type: its column names become the names in `rawData`, `changes` and `jsonChanges`.
 *   The values are JSON values whatever the row type says, since that is what the log holds.
 */
export type AuditEntry<Row = Record<string, unknown>> =
  | RowEntry<Row>
  | UpdateEntry<Row>
  | TruncateEntry<Row>;
