// Every contestant side by side in one run, as ratios to the same work unaudited. See docs/benchmarks.md.

import { readOptions, usage } from './options.mjs';
import { asText } from './print.mjs';
import { runBench } from './run.mjs';
import { writeDocs } from './write.mjs';

const options = readOptions(process.argv.slice(2));
if (options.help) {
  console.log(usage);
} else {
  const results = await runBench(options);
  console.log(options.json ? JSON.stringify(results, null, 2) : asText(results));
  if (options.write) writeDocs(results);
}
