/** Rows as they are read: texts and nulls, in the order of the columns. */
export type Row = readonly (string | null)[];

/** What a sink is given. */
export interface SinkInput {
  readonly columns: readonly string[];
  readonly batches: AsyncIterable<readonly Row[]>;
  /** Whether the file begins here: then it gets what stands before the first row. */
  readonly begins: boolean;
  /** Whether a cell that a spreadsheet would take for a formula is made a text. */
  readonly safeCells: boolean;
}

/** A file format: makes bytes of rows, as they come. */
export type Sink = (input: SinkInput) => AsyncIterable<string | Uint8Array>;
