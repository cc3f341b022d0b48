import type { AuditDriver, AuditSession } from '@audit/client';
import { columnsOf } from './columns.js';
import { type Day, exportCondition } from './condition.js';
import { refuseExisting, writeToStream, writeWhole } from './destination.js';
import { sinks } from './format.js';
import { linesOf, type Sql, selectQuery } from './query.js';
import { counted, readRows } from './read-rows.js';
import { type ExportRequest, type ExportSummary, stdoutName } from './request.js';
import { settle } from './session.js';

/** A day of one table, as audit.export_csv takes it. */
export interface WholeRequest extends ExportRequest {
  readonly day: string | undefined;
  readonly stdout: NodeJS.WritableStream;
  /** The first column's name in a csv or xlsx file of fields. */
  readonly idHeader: string | undefined;
}

/** Writes what the log holds at one moment: a whole file or none. */
export async function exportWhole(
  driver: AuditDriver,
  request: WholeRequest,
): Promise<ExportSummary> {
  const { selection, file, safeCells, stdout, force, onRows } = request;
  const { view, format } = selection;
  if (file !== stdoutName) await refuseExisting(file, force);
  return driver.transaction(async (tx) => {
    await settle(tx, selection.timeZone);
    const query = await queryOf(tx, request);
    let rows = 0;
    const batches = counted(readRows(tx, query, format), (count) => {
      rows += count;
      onRows(count);
    });
    const columns = columnsOf(view, selection.oneTable).map((name) =>
      name === 'data_id' && view === 'fields' ? (request.idHeader ?? name) : name,
    );
    const chunks = sinks[format]({ columns, batches, begins: true, safeCells });
    const bytes =
      file === stdoutName ? await writeToStream(stdout, chunks) : await writeWhole(file, chunks);
    return { file: file === stdoutName ? null : file, view, format, rows, bytes };
  });
}

async function queryOf(tx: AuditSession, request: WholeRequest): Promise<Sql> {
  const { selection, filter, day } = request;
  if (day === undefined) {
    return selectQuery(selection, exportCondition(selection.view, filter, undefined));
  }
  const { timeZone } = selection;
  const chosen = await dayOf(tx, day, timeZone);
  const target = await onlyTable(tx, request);
  if (target === undefined) {
    return selectQuery(selection, exportCondition(selection.view, filter, chosen));
  }
  // The very query of audit.export_csv, which knows the table's former names too.
  const { rows } = await tx.query<{ query: string }>(
    'select audit._export_query($1::oid::regclass, $2::date, $3::text[], $4) as query',
    [target, chosen.day, filter.actions ?? ['U'], timeZone],
  );
  const columns = columnsOf(selection.view, true);
  return linesOf(selection.format, columns, { text: rows[0]?.query ?? '', params: [] });
}

/** The day's bounds, once all that was written on it can be seen. */
async function dayOf(
  tx: AuditSession,
  day: string,
  timeZone: string,
): Promise<Day & { readonly day: string }> {
  const { rows } = await tx.query<Day & { day: string; over: boolean }>(
    `select d.day::text, audit._day_start(d.day, $2)::text as begins, audit._day_start(d.day + 1, $2)::text as ends,
  d.day < (clock_timestamp() at time zone $2)::date as over
from audit._export_day(case $1
  when 'yesterday' then null
  when 'today' then (clock_timestamp() at time zone $2)::date
  else $1::date
end, $2) as d (day)`,
    [day, timeZone],
  );
  const [found] = rows as [Day & { day: string; over: boolean }];
  if (found.over) {
    await tx.query('select audit._require_whole_day($1::date, $2)', [found.day, timeZone]);
  }
  return found;
}

/** The table's oid, where the day's fields of one table are all that is asked for. */
async function onlyTable(tx: AuditSession, request: WholeRequest): Promise<string | undefined> {
  const { selection, filter } = request;
  const { schema, table, actions: _, ...more } = filter;
  const plain = Object.values(more).every((value) => value === undefined);
  if (selection.view !== 'fields' || !plain || table === undefined) return undefined;
  const { rows } = await tx.query<{ oid: string }>(
    `select c.oid::text from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and c.relname = $2 and n.nspname = $1`,
    [schema, table],
  );
  return rows[0]?.oid;
}
