import type pg from 'pg';
import type { Table } from './schema.js';

/** Copies every table into the schema c, under its name and the copy's. */
export async function copy(
  client: pg.Client,
  tables: readonly Table[],
  name: string,
): Promise<void> {
  for (const table of tables) {
    await client.query(`create table c.${table.name}_${name} as select * from r.${table.name}`);
  }
}

/** What the tables have that their copies have not, and the other way round, row for row. */
export async function differences(
  client: pg.Client,
  tables: readonly Table[],
  name: string,
  present: (table: Table) => string = (table) => `select * from r.${table.name}`,
): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) {
    const { rows } = await client.query<{ line: string }>(`
      with present as (select p::text as line from (${present(table)}) as p),
        copied as (select t::text as line from c.${table.name}_${name} as t)
      select '+ ' || line as line from (select line from present except all select line from copied) as more
      union all
      select '- ' || line from (select line from copied except all select line from present) as less`);
    found.push(...rows.map(({ line }) => `${table.name} ${line}`));
  }
  return found;
}

/** Where the sequences of the tables stand. */
export async function sequences(client: pg.Client): Promise<unknown> {
  const { rows } = await client.query(`
    select s.sequencename as name, pg_sequence_last_value(format('r.%I', s.sequencename)::regclass)::text as value
    from pg_sequences as s where s.schemaname = 'r' order by 1`);
  return rows;
}
