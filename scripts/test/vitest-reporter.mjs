import { writeFileSync } from 'node:fs';

/** Leaves a vitest run's totals in the file that AUDIT_TEST_REPORT names. */
export default class TotalsReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state) => tests.filter((test) => test.result().state === state);
    const totals = {
      passed: inState('passed').length,
      failed: inState('failed').length + failuresOutsideTests(modules) + unhandledErrors.length,
      skipped: inState('skipped').map((test) => ({
        test: `${test.module.relativeModuleId} › ${test.fullName}`,
        reason: reasonOf(test),
      })),
    };
    writeFileSync(process.env.AUDIT_TEST_REPORT, JSON.stringify(totals));
  }
}

/** Files that can't be loaded and hooks that throw: their tests may not even be known. */
function failuresOutsideTests(modules) {
  return modules
    .flatMap((module) => [module, ...module.children.allSuites()])
    .filter((suite) => suite.errors().length > 0).length;
}

/** What `skip` was told, or else what stands in brackets in the title: `[needs plv8]`. */
function reasonOf(test) {
  const inTitle = /\[([^\]]+)\]/.exec(test.fullName)?.[1];
  return (
    test.result().note ?? inTitle ?? (test.options.mode === 'todo' ? 'to do' : 'no reason given')
  );
}
