/**
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {{ test: string, reason: string }[]} skipped
 */

/** @type {Totals} */
export const nothing = { passed: 0, failed: 0, skipped: [] };

/**
 * For what goes wrong outside any test. Says it at once.
 *
 * @returns {Totals}
 */
export function oneFailure(what) {
  console.error(`\nFAILED: ${what}\n`);
  return { ...nothing, failed: 1 };
}

/**
 * @param {Totals[]} results
 * @returns {Totals}
 */
export function addUp(results) {
  const sum = (count) => results.reduce((total, result) => total + count(result), 0);
  return {
    passed: sum((result) => result.passed),
    failed: sum((result) => result.failed),
    skipped: results.flatMap((result) => result.skipped),
  };
}

/** @param {Totals} totals */
export function printSkipped({ skipped }) {
  if (skipped.length === 0) return;
  console.log('\nSkipped:');
  for (const { test, reason } of skipped) console.log(`  ${test}: ${reason}`);
  console.log();
}

/** @param {Totals} totals */
export function totalsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
}
