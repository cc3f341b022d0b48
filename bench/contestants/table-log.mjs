/**
 * The extension in C that Debian packages. Its log has the table's own columns, so that it writes no JSON; an update
 * makes two records. 5 is the level with a number and a user for each record, the nearest to what others record.
 */
export const tableLog = {
  key: 'table_log',
  name: 'table_log',
  needs: 'table_log',
  async setUp(pool) {
    await pool.query('create extension table_log');
    await pool.query(`select table_log_init(5, 'public', 'item', 'public', 'item_log')`);
  },
  log: {
    bytes: `select pg_total_relation_size('public.item_log')`,
    records: 'select count(*) from public.item_log',
  },
};
