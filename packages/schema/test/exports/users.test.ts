import { beforeAll, describe, expect, test } from 'vitest';
import { useAudited } from '../support/audited.js';
import { value } from '../support/records.js';
import { makePlace, type Place } from './support/place.js';
import { logChange, makeUsers } from './support/users.js';

const { client } = useAudited();
let place: Place;

beforeAll(async () => {
  place = await makePlace(client());
});

describe('the users of the example', () => {
  /** When each statement was captured, as the file has it. */
  const times: string[] = [];
  let day: string;

  beforeAll(async () => {
    await makeUsers(client());
    await client().query(`
      select set_config('audit.op_meta', '{"actor": "Отдел кадров"}', false);
      insert into users values (1, 'Anna', 'anna@example.com', 'admin'), (2, 'Boris', null, 'user')`);
    for (const change of [
      `update users set name = 'Анна "Аня", жена О''Нила', email = E'анна@пример.рф\\nвторая строка', role = null where id = 1`,
      `update users set name = '', email = E'a\\r\\nb,c' where id = 2`,
      `update users set name = ' Борис -> "Борис" ', email = '=1+1', role = '\\.' where id = 2`,
      `delete from users where id = 2`,
    ]) {
      await client().query(change);
      const { rows } = await client().query<{ day: string; time: string }>(`
        select to_char(action_tstamp_clk at time zone 'UTC', 'YYYY-MM-DD') as day,
               to_char(action_tstamp_clk at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US+00:00') as time
        from audit.data_op_log order by id desc limit 1`);
      times.push(rows[0]?.time as string);
      day = rows[0]?.day as string;
    }
    await client().query(`select set_config('audit.op_meta', '', false)`);
  });

  test('are exported byte for byte', async () => {
    const path = await value(
      client(),
      `select audit.export_csv('users', $1::date, $2, 'user_id', time_zone => 'UTC')`,
      [day, place.path],
    );
    const who = 'Отдел кадров';
    const expected = `user_id,field_changed,old_value,new_value,changed_by,changed_at
1,name,Anna,"Анна ""Аня"", жена О'Нила",${who},${times[0]}
1,email,anna@example.com,"анна@пример.рф
вторая строка",${who},${times[0]}
1,role,admin,,${who},${times[0]}
2,name,Boris,"",${who},${times[1]}
2,email,,"a\r\nb,c",${who},${times[1]}
2,name,""," Борис -> ""Борис"" ",${who},${times[2]}
2,email,"a\r\nb,c",=1+1,${who},${times[2]}
2,role,user,\\.,${who},${times[2]}
`;
    const bytes = await place.read(path);
    expect(bytes.toString('utf8')).toBe(expected);
    expect(bytes.equals(Buffer.from(expected, 'utf8'))).toBe(true);
    expect(path).toMatch(
      new RegExp(`^${place.path}/users_audit_export_${day.replaceAll('-', '')}_\\d{4}\\.csv$`),
    );
  });

  test('the lines of audit._export_lines are the bytes of the file', async () => {
    const { rows } = await client().query<{ line: string }>(
      `select line from audit._export_lines('users', $1, 'user_id', '{U}', 'UTC') as line`,
      [day],
    );
    const [file] = await place.names();
    const bytes = Buffer.from(rows.map(({ line }) => `${line}\n`).join(''), 'utf8');
    expect((await place.read(file as string)).equals(bytes)).toBe(true);
  });

  test('inserts and deletes are exported where they are asked for', async () => {
    const other = await makePlace(client());
    const path = await value(
      client(),
      `select audit.export_csv('users', $1::date, $2, actions => '{I,D}', time_zone => 'UTC')`,
      [day, other.path],
    );
    const lines = (await other.read(path)).toString('utf8').split('\n');
    expect(lines.slice(1, 5).map((line) => line.split(',').slice(0, 4).join(','))).toEqual([
      '1,id,,1',
      '1,name,,Anna',
      '1,email,,anna@example.com',
      '1,role,,admin',
    ]);
    expect(lines.at(-2)).toBe(`2,,,,Отдел кадров,${times[3]}`);
  });
});

describe('the day', () => {
  beforeAll(() => makeUsers(client(), 'days'));

  test.each([
    // zone, day, hours, its first and its last moment, the moments around it
    [
      'Europe/Berlin',
      '2026-03-29',
      '2026-03-28 23:00+00',
      '2026-03-29 21:59:59.999999+00',
      '+01:00',
      '+02:00',
    ],
    [
      'Europe/Berlin',
      '2026-10-25',
      '2026-10-24 22:00+00',
      '2026-10-25 22:59:59.999999+00',
      '+02:00',
      '+01:00',
    ],
    [
      'Australia/Lord_Howe',
      '2026-04-05',
      '2026-04-04 13:00+00',
      '2026-04-05 13:29:59.999999+00',
      '+11:00',
      '+10:30',
    ],
    [
      'Asia/Kathmandu',
      '2026-06-01',
      '2026-05-31 18:15+00',
      '2026-06-01 18:14:59.999999+00',
      '+05:45',
      '+05:45',
    ],
  ])('of %s on %s', async (zone, day, first, last, offset, nextOffset) => {
    for (const [at, name] of [
      [first, 'first'],
      [last, 'last'],
    ] as const) {
      await logChange(client(), at, `${zone} ${day} ${name}`, { schema: 'days', back: '36 hours' });
    }
    await logChange(
      client(),
      await value(client(), `select ($1::timestamptz - interval '1 microsecond')::text`, [first]),
      'before',
      {
        schema: 'days',
      },
    );
    await logChange(
      client(),
      await value(client(), `select ($1::timestamptz + interval '1 microsecond')::text`, [last]),
      'after',
      {
        schema: 'days',
      },
    );
    const own = await makePlace(client());
    // Whatever the session's own zone is.
    await client().query(`set timezone = 'America/Lima'; set datestyle = 'German'`);
    const path = await value(
      client(),
      `select audit.export_csv('days.users', $1::date, $2, time_zone => $3)`,
      [day, own.path, zone],
    );
    await client().query('reset timezone; reset datestyle');
    const lines = (await own.read(path)).toString('utf8').trimEnd().split('\n').slice(1);
    expect(lines).toEqual([
      `7,name,,${zone} ${day} first,app,${day} 00:00:00.000000${offset}`,
      `7,name,,${zone} ${day} last,app,${day} 23:59:59.999999${nextOffset}`,
    ]);
  });
});
