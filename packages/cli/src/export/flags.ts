import type { EntryFilter } from '@audit/client';
import { UsageError } from '../errors/usage-error.js';
import type { View } from './columns.js';
import type { Format } from './format.js';
import { stdoutName } from './request.js';

/** What `audit-cli export` is told on the command line. */
export interface ExportFlags
  extends Pick<EntryFilter, 'schema' | 'table' | 'key' | 'actor' | 'opType' | 'since' | 'until'> {
  readonly action?: EntryFilter['actions'];
  readonly format?: Format;
  readonly view: View;
  readonly day?: string;
  readonly timeZone?: string;
  readonly output: string;
  readonly force?: boolean;
  readonly safeCells?: boolean;
  readonly idHeader?: string;
  readonly incremental?: string;
  readonly reset?: boolean;
  readonly afterId?: bigint;
}

/** Refuses flags that do not go together. */
export function checkUsage({
  day,
  since,
  until,
  incremental,
  reset,
  afterId,
  idHeader,
  view,
  output,
}: ExportFlags): void {
  const wrong = (message: string, hint: string) => {
    throw new UsageError(message, { hint });
  };
  if (day !== undefined && (since !== undefined || until !== undefined)) {
    wrong('--day goes with neither --since nor --until', 'Give the one or the others.');
  }
  if (
    incremental !== undefined &&
    (day !== undefined || since !== undefined || until !== undefined)
  ) {
    wrong('--incremental goes on where it stopped', 'Leave --day, --since and --until out.');
  }
  if (incremental === undefined && (reset || afterId !== undefined)) {
    wrong('--reset goes with --incremental only', 'Name the reader with --incremental.');
  }
  if (afterId !== undefined && !reset) {
    wrong('--after-id goes with --reset only', 'Add --reset, or leave --after-id out.');
  }
  if (idHeader !== undefined && (view === 'records' || incremental !== undefined)) {
    wrong('--id-header names the first column of a whole file of fields', 'Leave it out.');
  }
  if (idHeader === '') {
    wrong('--id-header is empty', 'Name the first column, for example user_id.');
  }
  if (reset && output === stdoutName) {
    wrong('--reset needs a file to begin anew in', 'Name it with -o.');
  }
}
