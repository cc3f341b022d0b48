import type { SqlDriver } from '@audit/schema';

/** A database of a test file's own. */
export interface Session {
  /** Its name. */
  readonly database: string;
  readonly driver: SqlDriver;
  /** Sends one statement, or a script without parameters; gives the rows of its first result as text. */
  run(sql: string): Promise<string[]>;
  /** Drops the database; one that failed is kept where its server is kept (AUDIT_TEST_KEEP=1). */
  close(failed?: boolean): Promise<void>;
}

/** What is done to a database once, before all files of a kind get a copy of it. */
export interface Template {
  name: string;
  prepare(session: Session): Promise<void>;
}

/** A server under test. */
export interface Server {
  readonly label: string;
  readonly majorVersion: number;
  readonly extensions: readonly string[];
  readonly pglite: boolean;
  open(template: Template): Promise<Session>;
  close(): Promise<void>;
}
