import type { EntryFilter } from '@audit/client';
import type { Selection } from './query.js';

/** Where an export goes: a file's path, or `-`. */
export const stdoutName = '-';

/** What an export is to do. */
export interface ExportRequest {
  readonly selection: Selection;
  readonly filter: EntryFilter;
  readonly file: string;
  readonly safeCells: boolean;
  readonly force: boolean;
  /** Called with the number of rows that have been written since the last call. */
  readonly onRows: (rows: number) => void;
}

/** What an export did. */
export interface ExportSummary {
  /** The file, or null for stdout; of an incremental export to a workbook, null where there was nothing new. */
  readonly file: string | null;
  readonly view: string;
  readonly format: string;
  readonly rows: number;
  readonly bytes: number;
}
