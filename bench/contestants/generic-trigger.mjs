import { readFileSync } from 'node:fs';

const sql = readFileSync(new URL('generic-trigger.sql', import.meta.url), 'utf8');

export const genericTrigger = {
  key: 'generic_trigger',
  name: 'generic row trigger',
  async setUp(pool) {
    await pool.query(sql);
  },
  log: {
    bytes: `select pg_total_relation_size('history.change')`,
    records: 'select count(*) from history.change',
  },
};
