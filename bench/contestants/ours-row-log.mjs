import { expectCapture, ourLog, setUpOurs } from './ours.mjs';

/** What the typed log table costs besides: the same capture as on sql, with row_log. */
export const oursRowLog = {
  key: 'ours_row_log',
  name: 'audit on sql, with row_log',
  async setUp(pool) {
    await setUpOurs(pool, 'sql', undefined, ', row_log => true');
    await expectCapture(pool, 'statement', 'sql');
  },
  log: {
    ...ourLog,
    bytes: `select sum(pg_total_relation_size(relid))
      from (select relid from pg_partition_tree('audit.data_op_log') union all select log_table from audit.row_log) as t`,
  },
};
