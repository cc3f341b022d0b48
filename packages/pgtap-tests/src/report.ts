import { writeFileSync } from 'node:fs';
import type { Gaps } from './coverage.js';
import type { ServerResult } from './results.js';

/** The whole outcome of a run, as `--json` prints it. */
export interface Outcome {
  servers: readonly ServerResult[];
  gaps: Gaps;
  milliseconds: number;
}

export interface Totals {
  passed: number;
  failed: number;
  skipped: { test: string; reason: string }[];
}

/** A server that could not be tested and a gap are failures, each one. */
export function totalsOf({ servers, gaps }: Outcome): Totals {
  const files = servers.flatMap((server) => server.files);
  const broken = servers.filter((server) => server.broken !== undefined).length;
  return {
    passed: files.reduce((total, file) => total + file.passed, 0),
    failed:
      files.reduce((total, file) => total + file.failed, 0) +
      broken +
      gaps.functions.length +
      gaps.states.length,
    skipped: servers.flatMap(({ label, files: own, absent }) => [
      ...(absent === undefined ? [] : [{ test: label, reason: absent }]),
      ...own.flatMap(({ file, skipped }) =>
        skipped.map((reason) => ({ test: `${file} on ${label}`, reason })),
      ),
    ]),
  };
}

/** What went wrong, in full; what went wrong on several servers alike is told once. */
export function problemsOf({ servers, gaps }: Outcome): string[] {
  const failures = new Map<string, string[]>();
  for (const { label, files } of servers) {
    for (const { file, failed, problems } of files) {
      if (failed === 0) continue;
      const text = `${file}:\n${indent(problems)}`;
      failures.set(text, [...(failures.get(text) ?? []), label]);
    }
  }
  return [
    ...servers
      .filter(({ broken }) => broken !== undefined)
      .map(({ label, broken }) => `${label} could not be tested: ${broken}`),
    ...[...failures].map(([text, labels]) => `FAILED on ${labels.join(', ')}: ${text}`),
    ...gaps.functions.map((name) => `no test calls ${name}`),
    ...gaps.states.map((state) => `no throws_ok or throws_with_hint expects ${state}`),
  ];
}

/** For the run of everything (see scripts/test/suites.mjs). */
export function leaveReport(totals: Totals): void {
  const file = process.env.AUDIT_TEST_REPORT;
  if (file) writeFileSync(file, JSON.stringify(totals));
}

function indent(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `    ${line}`)
    .join('\n');
}
