import type { Random } from './random.js';
import { type Column, qualified, type Snapshot, type Table } from './snapshot.js';

/** An INSERT, UPDATE, DELETE or upsert of some rows with random values. */
export function randomWrite(random: Random, table: Table, rows: Snapshot): string {
  const target = qualified(table);
  const key = table.columns.find((column) => column.key) as Column;
  const settable = table.columns.filter((column) => !column.generated);
  const plain = settable.filter((column) => !column.key);
  const keys = [...rows.keys()].map(Number);
  const next = Math.max(0, ...keys) + 1;

  const kind =
    keys.length < 3
      ? 'insert'
      : random.pick(['insert', 'update', 'update', 'update', 'delete', 'upsert']);
  const names = settable.map(({ name }) => name).join(', ');
  const row = (id: number) =>
    `(${settable.map((column) => (column.key ? id : randomValue(random, column.type))).join(', ')})`;
  switch (kind) {
    case 'insert': {
      const values = Array.from({ length: 1 + random.below(3) }, (_, n) => row(next + n));
      return `insert into ${target} (${names}) values ${values.join(', ')}`;
    }
    case 'delete':
      return `delete from ${target} where ${key.name} in (${random.pick(keys)}, ${random.pick(keys)})`;
    case 'upsert': {
      const updated = plain.map(({ name }) => `${name} = excluded.${name}`);
      const action = updated.length === 0 ? 'nothing' : `update set ${updated.join(', ')}`;
      return `insert into ${target} (${names}) values ${row(random.pick(keys))}, ${row(next)} on conflict (${key.name}) do ${action}`;
    }
    default: {
      if (plain.length === 0) return `update ${target} set ${key.name} = ${key.name}`;
      const changed = plain.filter(() => random.chance(0.5));
      const set = (changed.length === 0 ? plain : changed).map(
        ({ name, type }) => `${name} = ${randomValue(random, type)}`,
      );
      const where = random.chance(0.5) ? '' : ` where ${key.name} <> ${random.pick(keys)}`;
      return `update ${target} set ${set.join(', ')}${where}`;
    }
  }
}

/** A value as SQL; a null now and then. */
export function randomValue(random: Random, type: string): string {
  if (random.chance(0.15)) return 'null';
  return `(${random.pick(values(type))})::${type}`;
}

function values(type: string): string[] {
  switch (type) {
    case 'integer':
    case 'smallint':
      return ['0', '1', '-1', '32000'];
    case 'bigint':
      return ['9007199254740993', '-9223372036854775808', '0', '1'];
    case 'numeric':
      return ['1.0', '1.00', '123456789012345678901234567890.123', `'NaN'`, '0'];
    case 'double precision':
      return ['0.1', '1e300', `'infinity'`, '2'];
    case 'boolean':
      return ['true', 'false'];
    case 'jsonb':
    case 'json':
      // No JSON null: a snapshot of the row can't tell it from SQL's.
      return [`'{"a": 1.10, "b": [1, 2]}'`, `'[]'`, `'"ä∆"'`, `'9007199254740993'`];
    case 'integer[]':
      return [`'{}'`, `'{1,2}'`, `'{2,1}'`, `'{1,1,3}'`];
    case 'timestamp with time zone':
      return [`'2024-02-29 23:59:59.123456+00'`, `'infinity'`, `'2024-01-01'`];
    case 'date':
      return [`'2024-02-29'`, `'-infinity'`];
    case 'interval':
      return [`'1 mon -2 days'`, `'1 sec'`];
    case 'bytea':
      return [`'\\x00ff'`, `'\\x'`];
    default:
      return [`''`, `'a "quoted" text'`, `'∆ -> null'`, `E'line\\nbreak'`, `'7'`];
  }
}
