import Table from 'cli-table3';
import type { FileResult, ServerResult } from './results.js';

/** Rows: files. Columns: servers. */
export function renderMatrix(results: readonly ServerResult[]): string {
  const files = [...new Set(results.flatMap((result) => result.files.map(({ file }) => file)))];
  const table = new Table({
    head: ['', ...results.map(({ label }) => label)],
    style: { head: [], border: [], compact: true },
  });
  for (const file of files.sort()) table.push([file, ...results.map((r) => cellOf(file, r))]);
  table.push(['', ...results.map(totalOf)]);
  return [table.toString(), ...notes(results)].join('\n');
}

function cellOf(file: string, { files, absent, broken }: ServerResult): string {
  const result = files.find((one) => one.file === file);
  if (result) return countsOf(result);
  return absent !== undefined || broken !== undefined ? '–' : '';
}

/** `12`, `11 / 1 failed`, `12 / 2 skipped`, `skipped`. */
function countsOf({ passed, failed, skipped }: Pick<FileResult, 'passed' | 'failed' | 'skipped'>) {
  if (passed + failed === 0) return 'skipped';
  const parts = [String(passed)];
  if (failed > 0) parts.push(`${failed} FAILED`);
  if (skipped.length > 0) parts.push(`${skipped.length} skipped`);
  return parts.join(' / ');
}

function totalOf({ files, milliseconds, absent, broken }: ServerResult): string {
  if (absent !== undefined) return 'absent';
  if (broken !== undefined) return 'BROKEN';
  const sum = countsOf({
    passed: files.reduce((total, { passed }) => total + passed, 0),
    failed: files.reduce((total, { failed }) => total + failed, 0),
    skipped: files.flatMap(({ skipped }) => skipped),
  });
  return `${sum}\n${(milliseconds / 1000).toFixed(1)} s`;
}

/** Why cells say `skipped`, each reason once, and what was not tested at all. */
function notes(results: readonly ServerResult[]): string[] {
  const reasons = new Map<string, string[]>();
  for (const { label, files } of results) {
    for (const { file, skipped } of files) {
      for (const reason of new Set(skipped)) {
        const text = `${file}: ${reason}`;
        reasons.set(text, [...(reasons.get(text) ?? []), label]);
      }
    }
  }
  return [
    ...[...reasons].map(([reason, labels]) => `skipped on ${labels.join(', ')}: ${reason}`),
    ...results.flatMap(({ label, absent }) =>
      absent === undefined ? [] : [`NOT TESTED, ${label}: ${absent}`],
    ),
  ];
}
