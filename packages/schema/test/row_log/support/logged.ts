import type pg from 'pg';

/**
 * The rows of a log table in the order of the changes, one line each: `3 UPD NEW 1,one,1.50`. Changes are numbered
 * from 1 in the order of their gids; the values are the server's own texts, null the empty one.
 */
export async function logged(
  client: pg.Client,
  logTable: string,
  columns: string,
): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select concat_ws(' ',
       dense_rank() over (order by emaj_gid), emaj_verb, emaj_tuple,
       ${columns
         .split(', ')
         .map((column) => `coalesce(${column}::text, '')`)
         .join(" || ',' || ")}) as line
     from audit_log.${logTable}
     order by emaj_gid, emaj_tuple desc`,
  );
  return rows.map(({ line }) => line);
}
