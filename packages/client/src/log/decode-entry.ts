import type { Changes } from '../diff/change.js';
import { decodeJsonDiffs, type JsonChanges } from '../diff/json.js';
import { decodeNormalDiff } from '../diff/normal.js';
import { parseJson } from '../json/parse.js';
import type { EntryRow } from './columns.js';
import type { AuditEntry } from './entry.js';
import type { Action } from './filter.js';

/** Decodes a selected row. The column names that `Row` promises are the caller's word: nothing here can check it. */
export function decodeEntry<Row>(row: EntryRow): AuditEntry<Row> {
  return {
    id: BigInt(row.id),
    schema: row.schema_name,
    table: row.table_name,
    key: row.data_id,
    action: row.action as Action,
    actor: row.actor,
    opType: row.op_type,
    opNote: row.op_note,
    revisionId: row.revision_id,
    meta: parsed(row.op_meta),
    rawData: parsed(row.raw_data),
    changes: (row.diff === null ? {} : decodeNormalDiff(row.diff)) as Changes<Row>,
    jsonChanges: (row.json_diff === null ? {} : decodeJsonDiffs(row.json_diff)) as JsonChanges<Row>,
    modifiedAt: row.modified_at,
    modifiedBy: row.modified_by,
    transactionAt: row.transaction_at,
    statementAt: row.statement_at,
    clockAt: row.clock_at,
    transactionId: bigint(row.transaction_id),
    statementId: bigint(row.statement_id),
    relid: Number(row.relid),
    sessionUserName: row.session_user_name,
    roleName: row.role_name,
    applicationName: row.application_name,
    clientAddr: row.client_addr,
    clientPort: row.client_port === null ? null : Number(row.client_port),
    clientQuery: row.client_query,
  } as AuditEntry<Row>;
}

function parsed(text: string | null) {
  return text === null ? null : parseJson(text);
}

function bigint(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
