/**
 * A suite is a package with a `test` script. It is run with the environment variable
 * AUDIT_TEST_REPORT, the path of a file to leave its totals in, as JSON:
 *
 *     { "passed": 12, "failed": 0, "skipped": [{ "test": "name", "reason": "needs plv8" }] }
 *
 * For vitest a reporter does that; any other runner writes the file itself.
 */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { addUp, nothing, oneFailure } from './totals.mjs';

const packages = fileURLToPath(new URL('../../packages', import.meta.url));
const vitestReporter = fileURLToPath(new URL('./vitest-reporter.mjs', import.meta.url));

/** The folders of all packages that have tests. */
export function findSuites() {
  return readdirSync(packages)
    .map((name) => join(packages, name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .filter((folder) => manifestOf(folder).scripts?.test !== undefined);
}

/** @returns {Promise<import('./totals.mjs').Totals>} */
export async function runSuite(folder) {
  const { name } = manifestOf(folder);
  const usesVitest = existsSync(join(folder, 'vitest.config.ts'));
  const reporters = ['--reporter=default', `--reporter=${vitestReporter}`];
  const scratch = mkdtempSync(join(tmpdir(), 'audit-test-report-'));
  const report = join(scratch, 'report.json');
  console.log(`\n${name}`);
  try {
    const { exitCode } = await run(
      'npm',
      ['run', '--silent', 'test', '--', ...(usesVitest ? reporters : [])],
      { cwd: folder, env: { AUDIT_TEST_REPORT: report } },
    );
    return totalsOf(name, report, exitCode);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** A suite that ends badly has failed, whether or not it came to count something. */
function totalsOf(name, report, exitCode) {
  const reported = existsSync(report);
  const totals = reported ? JSON.parse(readFileSync(report, 'utf8')) : nothing;
  const skipped = totals.skipped.map((skip) => ({ ...skip, test: `${name}: ${skip.test}` }));
  const unexplained = totals.failed === 0 && (exitCode !== 0 || !reported);
  return addUp([
    { ...totals, skipped },
    unexplained ? oneFailure(`${name} ended with exit code ${exitCode}`) : nothing,
  ]);
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
