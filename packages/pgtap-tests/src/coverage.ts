import type { TestFile } from './files.js';
import type { ServerResult } from './results.js';
import { splitStatements } from './statements.js';

/** What no test of the suite exercises: functions never called, SQLSTATEs never expected. */
export interface Gaps {
  functions: string[];
  states: string[];
}

export function findGaps(results: readonly ServerResult[], files: readonly TestFile[]): Gaps {
  const expected = expectedStates(files);
  const known = new Set<string>();
  const exercised = new Set<string>();
  const raised = new Set<string>();
  for (const { name, calls, states } of results.flatMap(({ functions }) => functions)) {
    known.add(name);
    for (const state of states) raised.add(state);
    // The server does not count a call that ends in an error: its SQLSTATE stands for it.
    const ended = states.length > 0 && states.every((state) => expected.has(state));
    if (calls > 0 || ended) exercised.add(name);
  }
  return {
    functions: [...known].filter((name) => !exercised.has(name)).sort(),
    states: [...raised].filter((state) => !expected.has(state)).sort(),
  };
}

/** The SQLSTATEs in the suite's `throws_ok` and `throws_with_hint`. */
function expectedStates(files: readonly TestFile[]): Set<string> {
  return new Set(
    files
      .flatMap(({ script }) => splitStatements(script))
      .filter((statement) => /\bthrows_(ok|with_hint)\b/.test(statement))
      .flatMap((statement) => statement.match(/'UA\w{3}'/g) ?? [])
      .map((literal) => literal.slice(1, -1)),
  );
}
