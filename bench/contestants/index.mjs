import { genericTrigger } from './generic-trigger.mjs';
import { oursAgnostic } from './ours-agnostic.mjs';
import { oursPlv8 } from './ours-plv8.mjs';
import { oursRowLog } from './ours-row-log.mjs';
import { oursSql } from './ours-sql.mjs';
import { tableLog } from './table-log.mjs';
import { unaudited } from './unaudited.mjs';

/** The first is what all others are compared with. */
const contestants = [
  unaudited,
  oursSql,
  oursRowLog,
  oursPlv8,
  oursAgnostic,
  genericTrigger,
  tableLog,
];

/** Those that this server can run, and the names of the others with what they want. */
export function available(extensions) {
  const here = ({ needs }) => needs === undefined || extensions.includes(needs);
  return {
    taking: contestants.filter(here),
    leftOut: contestants
      .filter((contestant) => !here(contestant))
      .map(({ name, needs }) => ({ name, why: `the server has no ${needs}` })),
  };
}
