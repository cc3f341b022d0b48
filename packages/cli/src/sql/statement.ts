import type { SqlDriver } from '@audit/schema';
import { literal, type SqlValue } from './literal.js';

/** One SQL statement with its values beside it: sent as parameters, shown as literals. */
export interface Statement {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** Runs the statements in one transaction; the last one's rows. */
export function runAll<Row>(driver: SqlDriver, statements: readonly Statement[]): Promise<Row[]> {
  return driver.transaction(async (session) => {
    let rows: Row[] = [];
    for (const { text, values } of statements) {
      ({ rows } = await session.query<Row>(text, values));
    }
    return rows;
  });
}

/** What {@link runAll} does, as a script for psql. */
export function script(statements: readonly Statement[]): string {
  return ['begin', ...statements.map(inlined), 'commit'].map((text) => `${text};\n`).join('');
}

function inlined({ text, values }: Statement): string {
  return text.replace(/\$(\d+)/g, (_, number) => literal(values[Number(number) - 1] ?? null));
}

/** For this transaction: rather fail than queue behind the application's locks, and others behind us. */
export function limitLockWait(timeout: string): Statement {
  return { text: "select set_config('lock_timeout', $1, true)", values: [timeout] };
}
