import type { AuditEntry } from './entry.js';
import type { EntryFilter } from './filter.js';

/** Which page of the entries to read. */
export interface PageOptions {
  /** By `id`, the order of capture: `newest` first (the default) or `oldest` first. */
  readonly order?: Order | undefined;
  /** Entries in a page, 1 to 1,000; 50 by default. */
  readonly limit?: number | undefined;
  /** `nextCursor` of the page before this one; the filter and the order have to be the same as for that page. */
  readonly after?: string | undefined;
}

/** By `id`, the order of capture. */
export type Order = 'newest' | 'oldest';

/** A page of the log. */
export interface EntryPage<Row = Record<string, unknown>> {
  readonly entries: AuditEntry<Row>[];
  /** Where the next page starts: pass it as `after`. Null on the last page. */
  readonly nextCursor: string | null;
}

/** A table: `orders` (in any schema), `shop.orders`, or its names apart where one of them contains a dot. */
export type TableName = string | { readonly schema?: string; readonly table: string };

/** Which part of a row's history to read, and how. */
export type HistoryOptions = Omit<EntryFilter, 'schema' | 'table' | 'key'> &
  Pick<PageOptions, 'order'> & {
    /** Entries fetched at a time, 1 to 1,000; 200 by default. */
    readonly pageSize?: number;
  };
