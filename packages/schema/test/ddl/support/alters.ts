import type { Random } from './random.js';
import { qualified, type Table } from './snapshot.js';
import { randomValue } from './writes.js';

const types = [
  'integer',
  'bigint',
  'numeric',
  'double precision',
  'boolean',
  'text',
  'character varying',
  'jsonb',
  'json',
  'integer[]',
  'timestamp with time zone',
  'date',
  'interval',
  'bytea',
];

/** A schema change that PostgreSQL accepts for the table as it is. */
export function randomAlter(random: Random, table: Table): string {
  const name = qualified(table);
  const fresh = `c${random.below(1_000_000)}`;
  const key = table.columns.find((column) => column.key)?.name as string;
  const generated = table.columns.filter((column) => column.generated);
  // What a generated column is made of can't be changed under it.
  const free = table.columns.filter((column) => !column.key && column.name !== 'qty');
  const stored = free.filter((column) => !column.generated);

  const add = () => {
    const type = random.pick(types);
    const rest = random.pick(['', ` default ${randomValue(random, type)}`]);
    return `alter table ${name} add column ${fresh} ${type}${rest}`;
  };
  const choices: (() => string)[] = [
    () => `alter table ${name} rename column ${key} to k${random.below(1000)}`,
    add,
    add,
    () =>
      `alter table ${name} rename to "${random.pick(['subject', 'Odd Näme', 'thing'])} ${random.below(1000)}"`,
    () =>
      `alter table ${name} alter ${key} set default 0, set (fillfactor = ${50 + random.below(50)})`,
    () => {
      const schema = `moving${random.below(1000)}`;
      return random.chance(0.5)
        ? `create schema ${schema}; alter table ${name} set schema ${schema}`
        : `alter schema ${table.schema} rename to ${schema}`;
    },
    () => {
      const type = random.pick(types);
      return `alter table ${name} add column ${fresh} ${type}, add column ${fresh}_more text default 'x'`;
    },
  ];
  if (generated.length === 0) {
    choices.push(
      () =>
        `alter table ${name} add column ${fresh} text generated always as ('q' || ${key}::text) stored`,
    );
  } else {
    choices.push(() => `alter table ${name} drop column ${random.pick(generated).name}`);
  }
  if (free.length > 2) {
    choices.push(
      () => `alter table ${name} drop column ${random.pick(free).name}`,
      () =>
        `alter table ${name} drop column ${random.pick(free).name}, add column ${fresh} integer[]`,
      () => `alter table ${name} rename column ${random.pick(free).name} to ${fresh}`,
      () => `alter table ${name} rename column ${random.pick(free).name} to ${fresh}`,
    );
  }
  if (stored.length > 0) {
    const retype = () => {
      const { name: column } = random.pick(stored);
      const type = random.pick(types);
      return `alter table ${name} alter ${column} drop default, alter ${column} type ${type} using ${randomValue(random, type)}`;
    };
    choices.push(retype, retype, () => {
      const { name: column, type } = random.pick(stored);
      return `alter table ${name} alter ${column} set default ${randomValue(random, type)}`;
    });
  }
  return random.pick(choices)();
}
