// Written by `npm run generate -w @audit/schema` from a live database. Do not edit.
import type { JsonDiff, NormalDiff } from '../diff/types.js';

/** The audit trail: one append-only record per changed row, or per TRUNCATE, of every tracked table. */
export interface DataOpLogRow {
  /** Order of capture, not of commit. */
  readonly id: string;
  /** Schema of the table, as it was named at the time of the change. */
  readonly schema_name: string;
  /** Name of the table at the time of the change; a partition's changes stand under its tracked root. */
  readonly table_name: string;
  /** Key values in key order, joined with ∆ (U+2206), strings bare. Null for a table tracked without a key. */
  readonly data_id: string | null;
  /** The row's own modification time, from the column that audit.track was told of. */
  readonly modified_at: Date | null;
  /** The row's own record of who modified it, from the column that audit.track was told of. */
  readonly modified_by: string | null;
  /** What kind of operation this was part of, from the context. */
  readonly op_type: string | null;
  /** Why the change was made, from the context. */
  readonly op_note: string | null;
  /** The application's own revision, from the context. */
  readonly revision_id: string | null;
  /** Free context: actor, request id, trace id and the like. */
  readonly op_meta: unknown | null;
  /** The whole row: the new one for I, the old one for D. */
  readonly raw_data: unknown | null;
  /** For U: the changed columns that are neither JSON nor arrays, "<before> -> <after>". Null when none changed. */
  readonly diff: NormalDiff | null;
  /** For U: {"<column>": <diff>} for each changed json, jsonb or array column. Null when none changed. */
  readonly json_diff: Record<string, JsonDiff> | null;
  /** OID of the table at the time of the change, in the cluster where the change was made. */
  readonly relid: number;
  /** The role that logged in. */
  readonly session_user_name: string | null;
  /** The role in effect for the caller, after SET ROLE. */
  readonly role_name: string | null;
  /** The session's application_name. */
  readonly application_name: string | null;
  /** When the transaction began. The partition key. */
  readonly action_tstamp_tx: Date;
  /** When the client's statement began. */
  readonly action_tstamp_stm: Date;
  /** Wall-clock time of the capture. */
  readonly action_tstamp_clk: Date;
  /** 64-bit transaction id, which never wraps. */
  readonly transaction_id: string | null;
  /** One number per captured statement. */
  readonly statement_id: string | null;
  /** Address of the client; null over a Unix socket. */
  readonly client_addr: string | null;
  /** Port of the client; null over a Unix socket. */
  readonly client_port: number | null;
  /** The client's query. One longer than 1 kB stands whole on the first record of its statement only. */
  readonly client_query: string | null;
  /** I = INSERT, U = UPDATE, D = DELETE, T = TRUNCATE. */
  readonly action: 'I' | 'U' | 'D' | 'T';
  /** True for a record of a whole statement (TRUNCATE), false for a record of a row. */
  readonly statement_only: boolean;
}

/** What is tracked, with which options, since when, and whether the capture is in step with the table. */
export interface TrackedRow {
  /** Schema of the table, as it is named now. */
  readonly schema_name: string;
  /** Name of the table now. */
  readonly table_name: string;
  /** OID of the table. */
  readonly relid: number;
  /** Columns whose values make data_id. */
  readonly key: string[];
  /** Where not null: the only columns compared. */
  readonly only_columns: string[] | null;
  /** Columns left out of diffs. */
  readonly ignored: string[];
  /** Columns whose values are never recorded. */
  readonly masked: string[];
  /** Declared shape of json, jsonb and array columns. */
  readonly json_columns: Record<string, unknown>;
  /** Column read into data_op_log.modified_at. */
  readonly modified_at: string | null;
  /** Column read into data_op_log.modified_by. */
  readonly modified_by: string | null;
  /** Whether modified_at is set on every insert and update. */
  readonly touch: boolean;
  /** Whether the client's query is recorded. */
  readonly log_query: boolean;
  /** Whether a typed log table is kept too. */
  readonly row_log: boolean;
  /** How changes are captured: statement (functions written for the table's columns, kept in step by event triggers) or agnostic (slower, looking at the columns at each statement: where event triggers can't be made). */
  readonly capture: string;
  /** What computes JSON diffs: sql or plv8. */
  readonly engine: string;
  /** When the table was first tracked. */
  readonly tracked_since: Date;
  /** Whether everything that track set up is in place for the table as it is now. */
  readonly in_step: boolean;
  /** What is not, each with what to do. */
  readonly problems: string[];
}

/** The log, one row per changed field: for an insert each column that is not null, for a delete or a TRUNCATE one row without a field. */
export interface FieldHistoryRow {
  /** The record in audit.data_op_log. */
  readonly log_id: string;
  /** Schema of the table, as it was named at the time of the change. */
  readonly schema_name: string;
  /** Name of the table at the time of the change. */
  readonly table_name: string;
  /** Key values in key order, joined with ∆ (U+2206), strings bare. */
  readonly data_id: string | null;
  /** The column, as it was named at the time of the change; null for a delete and a TRUNCATE. */
  readonly field_changed: string | null;
  /** The column's position in the table of that name today; null where there is no such table or column any more. */
  readonly ordinal_position: number | null;
  /** The value before, strings bare, the rest as JSON; of an array, what went from it. Null for null, and for an insert. */
  readonly old_value: string | null;
  /** The value after, likewise; of an array, what came to it. Null for null, and for a delete. */
  readonly new_value: string | null;
  /** Who: the context's actor, else the row's own modified_by, else the database role. */
  readonly changed_by: string | null;
  /** Wall-clock time of the change. */
  readonly changed_at: Date;
  /** The session's application_name. */
  readonly application_name: string | null;
  /** I = INSERT, U = UPDATE, D = DELETE, T = TRUNCATE. */
  readonly action: 'I' | 'U' | 'D' | 'T';
  /** 64-bit transaction id. */
  readonly transaction_id: string;
  /** When the transaction began: the log's partitions go by it. */
  readonly transaction_began: Date;
}

/** Each export of a day: where it was written, what it holds, and how it ended. */
export interface ExportRunRow {
  /** Order of the runs. */
  readonly id: string;
  /** The schedule that it was part of; null for a call of audit.export_csv. */
  readonly schedule_id: number | null;
  /** Schema of the table. */
  readonly schema_name: string;
  /** Name of the table. */
  readonly table_name: string;
  /** The calendar day whose changes were exported. */
  readonly day: string;
  /** The file. Not there after an error. */
  readonly path: string;
  /** How many field changes it holds. */
  readonly rows: string | null;
  /** Its size. */
  readonly bytes: string | null;
  /** SHA-256 of the file as it stands on the disk, in hexadecimal. */
  readonly checksum: string | null;
  /** When the run began. */
  readonly started_at: Date;
  /** When it ended, well or not; null while it is under way, or where the server stopped meanwhile. */
  readonly finished_at: Date | null;
  /** Why there is no file; null where there is one. */
  readonly error: string | null;
  /** SQLSTATE of the error. */
  readonly error_state: string | null;
  /** What to do about it. */
  readonly error_hint: string | null;
}

/** The groups, one row for each table in one; a group without tables has one row. */
export interface GroupRow {
  /** The group. */
  readonly group_name: string;
  /** Schema of the table; null in a group without tables. */
  readonly schema_name: string | null;
  /** The table; null in a group without tables. */
  readonly table_name: string | null;
  /** When the table came into the group. */
  readonly assigned_at: Date | null;
  /** Why its marks do not include the table any more; null where they do. */
  readonly problem: string | null;
  /** What the group is for. */
  readonly note: string | null;
  /** When the group was made. */
  readonly created_at: Date;
  /** The login role that made it. */
  readonly created_by: string;
}

/** The marks of each group, in their order. */
export interface MarkRow {
  /** The group. */
  readonly group_name: string;
  /** The mark. */
  readonly mark_name: string;
  /** When it was set, by the clock. */
  readonly marked_at: Date;
  /** The login role that set it. */
  readonly marked_by: string;
  /** Whether no rollback may go behind it. */
  readonly protected: boolean;
  /** What it is for. */
  readonly note: string | null;
  /** The last emaj_gid before it: records above came later. */
  readonly gid: string;
  /** 64-bit id of the transaction that set it. */
  readonly transaction_id: string;
  /** The transactions that were under way then (pg_snapshot); none had written to the group's tables. */
  readonly snapshot: string;
  /** How many tables the group had. */
  readonly tables: number;
}
