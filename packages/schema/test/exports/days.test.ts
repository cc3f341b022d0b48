import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useAudited } from '../support/audited.js';
import { value } from '../support/records.js';
import { makePlace, type Place } from './support/place.js';
import { daysAgo, insertSchedule, logChange, makeUsers } from './support/users.js';

const { client, database } = useAudited();
let place: Place;

const run = (schedule: number) => client().query(`call audit._run_export(${schedule})`);
const runs = async () =>
  (
    await client().query<{
      day: string;
      path: string;
      rows: string | null;
      error: string | null;
      checksum: string;
    }>('select day::text, path, rows, error, checksum from audit.export_run order by id')
  ).rows;

beforeAll(async () => {
  await makeUsers(client());
  await client().query(
    `insert into audit.param (param_key, param_value_text) values ('export_patience', '200 ms')`,
  );
});

beforeEach(async () => {
  await client().query('delete from audit.export_schedule; delete from audit.export_run');
  place = await makePlace(client());
});

describe('a day that was missed', () => {
  test('is caught up, the oldest first, each in a minute of its own', async () => {
    const schedule = await insertSchedule(client(), place.path, { daysBack: 3 });
    for (const days of [3, 2, 1]) await logChange(client(), daysAgo(days), `${days} days ago`);
    const files: string[] = [];
    // The steps of the job, with a clock that need not be waited for.
    for (let minute = 0; minute < 4; minute++) {
      const at = `${daysAgo(0, `03:0${minute}:30`)}`;
      const { rows } = await client().query<{ run_id: string | null; wait_seconds: number | null }>(
        'select * from audit._begin_export($1, $2)',
        [schedule, at],
      );
      const id = rows[0]?.run_id;
      if (id === null || id === undefined) {
        expect(rows[0]?.wait_seconds).toBeNull();
        break;
      }
      expect(await value(client(), 'select audit._finish_export($1)', [id])).toBe(true);
      const { rows: next } = await client().query('select * from audit._begin_export($1, $2)', [
        schedule,
        at,
      ]);
      expect(next).toEqual([{ run_id: null, wait_seconds: minute < 2 ? 30 : null }]);
      files.push(
        (
          await place.read(
            await value(client(), 'select path from audit.export_run where id = $1', [id]),
          )
        ).toString(),
      );
    }
    expect(files.map((file) => file.match(/\d days ago/)?.[0])).toEqual([
      '3 days ago',
      '2 days ago',
      '1 days ago',
    ]);
    expect(new Set((await runs()).map(({ day }) => day)).size).toBe(3);
    expect(await place.names()).toHaveLength(3);
  });

  test('is caught up after its table’s directory was missing', async () => {
    const schedule = await insertSchedule(client(), `${place.path}/later`);
    await expect(run(schedule)).rejects.toMatchObject({ code: 'UA025' });
    await expect(run(schedule)).rejects.toMatchObject({ code: 'UA025' });
    await place.shell('mkdir later');
    await run(schedule);
    await run(schedule);
    expect((await runs()).map(({ error }) => error === null)).toEqual([false, false, true]);
  });

  test('a server that stops between the file and its record does not make it twice', async () => {
    const schedule = await insertSchedule(client(), place.path);
    await logChange(client(), daysAgo(1), 'once');
    const id = await value(client(), 'select run_id from audit._begin_export($1)', [schedule]);
    await client().query('begin');
    expect(await value(client(), 'select audit._finish_export($1)', [id])).toBe(true);
    await client().query('rollback');
    const [file] = await place.names();
    expect(await runs()).toMatchObject([{ rows: null, error: null }]);
    // And a file that was only begun.
    await place.shell(`echo half > .${file}.1234.part`);

    await run(schedule);
    expect(await place.names()).toEqual([file]);
    const sum = createHash('sha256')
      .update(await place.read(file as string))
      .digest('hex');
    expect(await runs()).toMatchObject([
      { path: `${place.path}/${file}`, error: null, checksum: sum },
    ]);
  });
});

describe('several at once', () => {
  test('eight jobs export each day once', async () => {
    const schedule = await insertSchedule(client(), place.path);
    await logChange(client(), daysAgo(1), 'x');
    const sessions = await Promise.all(Array.from({ length: 8 }, () => database().connect()));
    await Promise.all(
      sessions.map((session) => session.query(`call audit._run_export(${schedule})`)),
    );
    expect(await runs()).toMatchObject([{ error: null }]);
    expect(await place.names()).toHaveLength(1);
  });

  test('of eight calls in a minute each file is whole, and none is overwritten', async () => {
    const sessions = await Promise.all(Array.from({ length: 8 }, () => database().connect()));
    const outcomes = await Promise.allSettled(
      sessions.map((session, n) =>
        session.query(
          `select audit.export_csv('users', directory => $1, id_header => $2, time_zone => 'UTC')`,
          [place.path, `id ${n}`],
        ),
      ),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'UA027' });
    // Two where the minute has turned meanwhile.
    const names = await place.names();
    expect(names.length).toBe(8 - refused.length);
    for (const { path, checksum } of await runs()) {
      expect(
        createHash('sha256')
          .update(await place.read(path))
          .digest('hex'),
      ).toBe(checksum);
    }
  });
});
