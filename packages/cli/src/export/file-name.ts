import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditSession } from '@audit/client';
import { fileError } from './destination.js';
import type { Format } from './format.js';

/** In a directory, a file is named as audit.export_csv names it: `users_audit_export_20260329_0300.csv`. */
export async function fileIn(
  query: AuditSession['query'],
  path: string,
  table: string | undefined,
  timeZone: string,
  format: Format,
): Promise<string> {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    // What ends in a slash is meant to be one.
    if (/[/\\]$/.test(path)) throw fileError({ code: 'ENOENT' }, join(path, 'file'));
    return path;
  }
  const { rows } = await query<{ name: string }>(
    'select audit._export_name($1, clock_timestamp(), $2) as name',
    [table ?? 'all', timeZone],
  );
  const name = rows[0]?.name ?? '';
  return join(path, format === 'csv' ? name : name.replace(/csv$/, format));
}
