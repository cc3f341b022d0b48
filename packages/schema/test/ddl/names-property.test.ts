import { expect, test } from 'vitest';
import { describeModes } from '../support/modes.js';
import { Random } from '../support/random.js';

const seed = Number(process.env.AUDIT_TEST_SEED ?? Date.now() % 1_000_000_007);
const steps = 120;

/** One of the tables, as the test knows it: whatever it is called, its rows have ids from `number` * 1000 on. */
interface Subject {
  readonly number: number;
  schema: string;
  table: string;
  readonly columns: string[];
  rows: number;
  /** What each column was set to, in order. */
  readonly values: number[][];
}

// Tables and columns take names, leave them and take them from each other. Asked for under its name of the end, each
// table must give all of its own records and no others, and each column all of its own changes.
describeModes('random renames among random writes', ({ client }) => {
  test(`each table and column keeps its history, AUDIT_TEST_SEED=${seed}`, {
    timeout: 60_000,
  }, async () => {
    const random = new Random(seed);
    const subjects: Subject[] = [1, 2, 3].map((number) => ({
      number,
      schema: 'here',
      table: `t${number}`,
      columns: ['a', 'b'],
      rows: 0,
      values: [[], []],
    }));
    const said: string[] = [];
    const run = async (text: string) => {
      said.push(text);
      await client().query(text);
    };
    let value = 0;
    await run('create schema here; create schema there');
    for (const { schema, table } of subjects) {
      await run(`create table ${schema}.${table} (id int primary key, a int, b int);
        select audit.track('${schema}.${table}')`);
    }

    for (let step = 0; step < steps; step++) {
      const subject = random.pick(subjects);
      const named = `${subject.schema}.${subject.table}`;
      switch (random.int(6)) {
        case 0:
          await run(`insert into ${named} (id) values (${subject.number * 1000 + subject.rows++})`);
          break;
        case 1:
        case 2: {
          if (subject.rows === 0) break;
          const column = random.int(2);
          value++;
          subject.values[column]?.push(value);
          const id = subject.number * 1000 + random.int(subject.rows);
          await run(`update ${named} set ${subject.columns[column]} = ${value} where id = ${id}`);
          break;
        }
        case 3: {
          const table = `t${1 + random.int(5)}`;
          if (subjects.some((s) => s.schema === subject.schema && s.table === table)) break;
          await run(`alter table ${named} rename to ${table}`);
          subject.table = table;
          break;
        }
        case 4: {
          const schema = subject.schema === 'here' ? 'there' : 'here';
          if (subjects.some((s) => s.schema === schema && s.table === subject.table)) break;
          await run(`alter table ${named} set schema ${schema}`);
          subject.schema = schema;
          break;
        }
        default: {
          const column = random.int(2);
          const name = random.pick(['a', 'b', 'c'].filter((n) => !subject.columns.includes(n)));
          await run(`alter table ${named} rename ${subject.columns[column]} to ${name}`);
          subject.columns[column] = name;
        }
      }
    }

    const story = `AUDIT_TEST_SEED=${seed}\n${said.join(';\n')}`;
    for (const subject of subjects) {
      const name = [subject.table, subject.schema];
      const { rows: found } = await client().query(
        `select l.id from audit.names_of($1, $2) as n
         join audit.data_op_log as l on (l.schema_name, l.table_name) = (n.schema_name, n.table_name) and l.id <@ n.ids
         order by l.id`,
        name,
      );
      const { rows: own } = await client().query(
        `select l.id from audit.data_op_log as l where l.data_id::int / 1000 = $1 order by l.id`,
        [subject.number],
      );
      expect(found, story).toEqual(own);

      for (const [column, field] of subject.columns.entries()) {
        const { rows: changes } = await client().query<{ value: number }>(
          `select split_part(l.diff ->> n.field_name, ' -> ', 2)::int as value
           from audit.field_names_of($3, $1, $2) as n
           join audit.data_op_log as l on (l.schema_name, l.table_name) = (n.schema_name, n.table_name) and l.id <@ n.ids
           where l.diff ? n.field_name
           order by l.id`,
          [...name, field],
        );
        expect(
          changes.map((change) => change.value),
          story,
        ).toEqual(subject.values[column]);
      }
    }
  });
});
