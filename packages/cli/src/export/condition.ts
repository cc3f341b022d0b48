import { type EntryFilter, entryCondition } from '@audit/client';
import type { View } from './columns.js';
import { all, type Sql } from './query.js';

/** The beginning and the end of a day, to the microsecond. */
export interface Day {
  readonly begins: string;
  readonly ends: string;
}

/** The condition on a row `e` of either view. */
export function exportCondition(view: View, filter: EntryFilter, day: Day | undefined): Sql {
  const { opType, ...rest } = filter;
  // The view of the fields has no op_type.
  const conditions: Sql[] =
    view === 'fields' && opType !== undefined
      ? [entryCondition(rest), withOpType(opType)]
      : [entryCondition(filter)];
  if (day !== undefined) conditions.push(onDay(day));
  return all(...conditions);
}

function withOpType(opType: string): Sql {
  return {
    text: 'e.id in (select l.id from audit.data_op_log as l where l.op_type = $1)',
    params: [opType],
  };
}

/** A change comes after its transaction's begin, so later months need not be read. */
function onDay({ begins, ends }: Day): Sql {
  return {
    text: 'e.action_tstamp_clk >= $1::timestamptz and e.action_tstamp_clk < $2::timestamptz and e.action_tstamp_tx < $2::timestamptz',
    params: [begins, ends],
  };
}
