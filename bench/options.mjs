import { parseArgs } from 'node:util';

export const usage = `npm run bench -- [options]

  --rows N      rows of the bulk work (50000)
  --rounds N    rounds, of which the median counts (3)
  --seconds N   length of one pgbench run (4)
  --records N   records to fill the log with (1000000)
  --json        print the results as JSON
  --write       renew docs/benchmarks.md and docs/benchmarks.svg

AUDIT_TEST_DATABASE_URL names a server to run on, as a superuser; else a scratch server is started.`;

const numbers = { rows: '50000', rounds: '3', seconds: '4', records: '1000000' };

/** The numbers are whole and positive; anything else is said before a server is started. */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      ...Object.fromEntries(
        Object.entries(numbers).map(([name, value]) => [name, { type: 'string', default: value }]),
      ),
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const options = { json: values.json, write: values.write, help: values.help };
  for (const name of Object.keys(numbers)) {
    options[name] = Number(values[name]);
    if (!Number.isInteger(options[name]) || options[name] < 1) {
      throw new Error(`--${name} has to be a whole number above 0, not '${values[name]}'`);
    }
  }
  return options;
}
