import { Parser } from 'tap-parser';

/** What a file's TAP output says. */
export interface TapOutcome {
  passed: number;
  failed: number;
  /** Why tests were skipped, once for each. */
  skipped: string[];
  /** The lines of what failed, for reading. */
  problems: string[];
}

/** A test that is missing from the plan, or one too many, has failed. */
export function readTap(printed: string): TapOutcome {
  const output = printed.split('\n').filter(isTap).join('\n');
  let outcome: TapOutcome | undefined;
  const parser = new Parser((results) => {
    const failures = results.failures.filter((failure) => !failure.todo);
    outcome = {
      passed: results.pass - results.skip,
      failed: failures.length,
      skipped: [
        ...results.skips.map(({ skip }) => String(skip)),
        // A test that is known to fail, and why.
        ...results.todos.filter(({ ok }) => !ok).map(({ todo }) => `to do: ${todo}`),
      ],
      problems: [...failedLines(output), ...failures.flatMap(({ tapError }) => tapError ?? [])],
    };
  });
  parser.end(output);
  if (outcome === undefined) throw new Error('the TAP parser did not come to an end');
  return outcome;
}

/** Each `not ok` with the diagnostics that pgTAP writes below it. */
function failedLines(output: string): string[] {
  let inFailure = false;
  return output.split('\n').filter((line) => {
    inFailure =
      (line.startsWith('not ok') && !line.includes('# TODO')) ||
      (inFailure && line.startsWith('#'));
    return inFailure;
  });
}

/** What statements and pg_prove print besides may look like TAP that pgTAP never writes. */
function isTap(line: string): boolean {
  return /^(1\.\.\d|(not )?ok \d|#|Bail out!)/.test(line);
}
