/** Not an audit but the floor of one: a statement-level trigger that has both transition tables and does nothing. */
export const emptyTrigger = {
  key: 'empty_trigger',
  name: 'an empty trigger (floor)',
  async setUp(pool) {
    await pool.query(`
      create function public.do_nothing() returns trigger language plpgsql as 'begin return null; end';
      create trigger do_nothing after update on public.item
      referencing old table as old_rows new table as new_rows
      for each statement execute function public.do_nothing()`);
  },
};
