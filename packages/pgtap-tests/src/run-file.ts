import type { TestFile } from './files.js';
import type { FileResult } from './results.js';
import type { Session } from './session.js';
import { splitStatements } from './statements.js';
import { readTap } from './tap.js';

/** Runs a file in its database, statement by statement. The first error ends it, as in pg_prove. */
export async function runFile(file: TestFile, session: Session): Promise<FileResult> {
  const began = Date.now();
  const lines: string[] = [];
  const errors: string[] = [];
  for (const statement of splitStatements(file.script)) {
    try {
      lines.push(...(await session.run(statement)));
    } catch (error) {
      errors.push(describe(error as Error, statement));
      break;
    }
  }
  const outcome = readTap(lines.join('\n'));
  return {
    file: file.name,
    ...outcome,
    failed: outcome.failed + errors.length,
    problems: [...errors, ...outcome.problems],
    milliseconds: Date.now() - began,
  };
}

function describe(error: Error & { code?: string; hint?: string }, statement: string): string {
  const hint = error.hint ? `\n  hint: ${error.hint}` : '';
  return `ERROR ${error.code ?? ''} ${error.message}${hint}\n  in: ${statement}`;
}
