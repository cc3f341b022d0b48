import { actor } from './predicates.js';
import { type Fragment, sql } from './sql.js';

/** One selected entry. Every column is text: a caller may have changed the driver's parsers, and they lose digits. */
export interface EntryRow {
  readonly id: string;
  readonly schema_name: string;
  readonly table_name: string;
  readonly data_id: string | null;
  readonly modified_at: string | null;
  readonly modified_by: string | null;
  readonly op_type: string | null;
  readonly op_note: string | null;
  readonly revision_id: string | null;
  readonly op_meta: string | null;
  readonly raw_data: string | null;
  readonly diff: string | null;
  readonly json_diff: string | null;
  readonly relid: string;
  readonly session_user_name: string | null;
  readonly role_name: string | null;
  readonly application_name: string | null;
  readonly actor: string | null;
  readonly transaction_at: string;
  readonly statement_at: string;
  readonly clock_at: string;
  readonly transaction_id: string | null;
  readonly statement_id: string | null;
  readonly client_addr: string | null;
  readonly client_port: string | null;
  readonly client_query: string | null;
  readonly action: string;
}

/** What is selected of an entry `e`. */
export const columns = sql`
  e.id::text as id,
  e.schema_name,
  e.table_name,
  e.data_id,
  coalesce(${utc(sql`e.modified_at`)}, e.modified_at::text) as modified_at,
  e.modified_by,
  e.op_type,
  e.op_note,
  e.revision_id,
  e.op_meta::text as op_meta,
  e.raw_data::text as raw_data,
  e.diff::text as diff,
  e.json_diff::text as json_diff,
  e.relid::text as relid,
  e.session_user_name,
  e.role_name,
  e.application_name,
  ${actor} as actor,
  ${utc(sql`e.action_tstamp_tx`)} as transaction_at,
  ${utc(sql`e.action_tstamp_stm`)} as statement_at,
  ${utc(sql`e.action_tstamp_clk`)} as clock_at,
  e.transaction_id::text as transaction_id,
  e.statement_id::text as statement_id,
  host(e.client_addr) as client_addr,
  e.client_port::text as client_port,
  e.client_query,
  e.action`;

/** A time to the microsecond, whatever the session's TimeZone and DateStyle; null for one that is infinite. */
function utc(time: Fragment): Fragment {
  return sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
