import type pg from 'pg';
import type { Random } from '../../ddl/support/random.js';
import { quoted, type Table } from './schema.js';

/**
 * Random transactions in several sessions, which are all over at the end. What constraints or other sessions' locks
 * refuse is undone, as an application would.
 */
export async function randomWork(
  random: Random,
  sessions: readonly pg.Client[],
  tables: readonly Table[],
  statements: number,
  tell: (sql: string) => void,
): Promise<void> {
  const open = new Set<pg.Client>();
  for (let n = 0; n < statements; n++) {
    const session = random.pick(sessions);
    if (!open.has(session) && random.chance(0.5)) {
      await session.query('begin');
      open.add(session);
    }
    const sql = randomStatement(random, random.pick(tables));
    tell(`/* session ${sessions.indexOf(session)} */ ${sql}`);
    if (open.has(session)) await session.query('savepoint s');
    try {
      await session.query(sql);
    } catch (error) {
      tell(`-- ${(error as Error).message}`);
      if (open.has(session)) await session.query('rollback to savepoint s');
    }
    if (open.has(session) && random.chance(0.4)) await end(session, random.chance(0.2));
  }
  for (const session of open) await end(session, false);

  async function end(session: pg.Client, undo: boolean): Promise<void> {
    open.delete(session);
    try {
      await session.query(undo ? 'rollback' : 'commit');
    } catch (error) {
      tell(`-- ${(error as Error).message}`);
    }
  }
}

function randomStatement(random: Random, table: Table): string {
  const target = `r.${random.chance(0.2) && table.partitions.length > 0 ? random.pick(table.partitions) : table.name}`;
  const writable = table.columns;
  const kind = random.below(20);
  if (kind < 9) return insert();
  if (kind < 14) {
    const column = random.pick(writable);
    return `update ${target} set ${quoted(column.name)} = ${column.value(random)} where ${someRows()}`;
  }
  if (kind < 15) return `update ${target} set writes = writes where ${someRows()}`;
  if (kind < 16) {
    const column = random.pick([...table.keyed, ...writable]);
    // Passes values from row to row where the column has a number.
    return column.type === 'int'
      ? `update ${target} set ${quoted(column.name)} = ${quoted(column.name)} + 1`
      : `update ${target} set ${quoted(column.name)} = ${column.value(random)}`;
  }
  if (kind < 17 && writable.some(({ name }) => name === 'pos')) {
    return `update ${target} set pos = 9 - pos`;
  }
  if (kind < 18 && table.keyed.length > 0) {
    return `${insert()} on conflict (${table.key.join(', ')}) do update set writes = ${target}.writes + 1`;
  }
  if (kind < 19) return `delete from ${target} where ${someRows()}`;
  return random.chance(0.3)
    ? `truncate ${target} cascade`
    : `delete from ${target} where ${someRows()}`;

  function insert(): string {
    const columns = [...table.keyed, ...writable];
    const names = columns.map(({ name }) => quoted(name)).join(', ');
    const row = () => `(${columns.map((column) => column.value(random)).join(', ')})`;
    const rows = Array.from({ length: 1 + random.below(3) }, row).join(', ');
    return `insert into ${target} (${names}) values ${rows}`;
  }

  function someRows(): string {
    const [first = 'writes'] = table.key;
    return `hashtext(${first}::text || '${random.below(99)}') % ${1 + random.below(4)} = 0`;
  }
}
