/**
 * The full test run, `npm test`: builds, checks, starts one PostgreSQL server for all, runs every
 * package's tests, and ends with a line of totals.
 */

import { run } from './test/run.mjs';
import { findSuites, runSuite } from './test/suites.mjs';
import { addUp, nothing, oneFailure, printSkipped, totalsLine } from './test/totals.mjs';

const totals = await testEverything();
printSkipped(totals);
console.log(totalsLine(totals));
// No tests at all would be a mistake in this script, and no success.
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;

async function testEverything() {
  const built = await check('build');
  // What comes next needs what the build makes.
  if (built.failed) return built;
  return addUp([await check('lint'), await check('typecheck'), await runSuites()]);
}

/** A check is no test, so that it counts only when it fails. */
async function check(script) {
  const { exitCode } = await run('npm', ['run', '--silent', script]);
  return exitCode === 0 ? nothing : oneFailure(`npm run ${script}`);
}

async function runSuites() {
  const { takeServer } = await import('../packages/test-db/dist/index.js');
  const results = [];
  try {
    const { release } = await takeServer();
    try {
      for (const suite of findSuites()) results.push(await runSuite(suite));
    } finally {
      await release();
    }
  } catch (error) {
    results.push(oneFailure(error.message));
  }
  return addUp(results);
}
