import type { FunctionCalls } from './results.js';
import type { Session } from './session.js';

/** Makes the server count calls in this session; it needs PostgreSQL 15 to tell them at once. */
export async function countCalls(session: Session): Promise<void> {
  await session.run("set track_functions = 'all'");
}

/** The schema's functions, what they can raise, and how often this session has called them. */
export async function readCalls(session: Session): Promise<FunctionCalls[]> {
  await session.run('rollback');
  await session.run('reset session authorization');
  await session.run('select pg_stat_force_next_flush()');
  const rows = await session.run(`
    select
      p.oid::regprocedure::text,
      coalesce(s.calls, 0),
      array_to_string(array(
        select distinct state[1]
        from regexp_matches(p.prosrc, $$errcode\\s*=\\s*'(UA\\w{3})'$$, 'g') as state
      ), ' ')
    from pg_catalog.pg_proc as p
    left join pg_catalog.pg_stat_user_functions as s on s.funcid = p.oid
    where p.pronamespace = 'audit'::regnamespace and p.proname !~ '^_capture_[0-9]'
  `);
  return rows.map((row) => {
    const [name = '', calls, states = ''] = row.split('|');
    return { name, calls: Number(calls), states: states.split(' ').filter(Boolean) };
  });
}
