/** One file on one server: a cell of the matrix. */
export interface FileResult {
  file: string;
  passed: number;
  failed: number;
  /** Reasons, one for each skipped test; one for the whole file where it was not run. */
  skipped: string[];
  /** What failed, for reading. */
  problems: string[];
  milliseconds: number;
}

/** A function of the schema, and how often the suite has called it. */
export interface FunctionCalls {
  name: string;
  calls: number;
  /** The SQLSTATEs that it can raise. */
  states: string[];
}

/** What a server's worker tells the runner, message by message. */
export type WorkerMessage =
  | { kind: 'server'; label: string }
  | { kind: 'file'; result: FileResult }
  | { kind: 'calls'; functions: FunctionCalls[] }
  | { kind: 'broken'; reason: string };

/** All that a server's worker has told: a column of the matrix. */
export interface ServerResult {
  label: string;
  files: FileResult[];
  functions: FunctionCalls[];
  /** Why the server could not be tested at all. */
  broken?: string;
  /** Why it was left out. */
  absent?: string;
  milliseconds: number;
}
