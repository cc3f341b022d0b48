import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { testServer } from '@audit/test-db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useAudited } from '../support/audited.js';
import { value } from '../support/records.js';
import { makePlace, type Place } from './support/place.js';
import { daysAgo, insertSchedule, logChange, makeUsers } from './support/users.js';

const { client, database } = useAudited();
let place: Place;

const exportTo = (directory: string, table = 'users') =>
  value(client(), `select audit.export_csv($1::regclass, directory => $2)`, [table, directory]);

beforeAll(async () => {
  await makeUsers(client());
  place = await makePlace(client());
});

describe('where a file may be written', () => {
  test('below an allowed directory, its own symbolic links included', async () => {
    await place.shell('mkdir -p real/deep && ln -s real/deep inside');
    const path = await exportTo(`${place.path}//inside/./`);
    expect(path).toContain(`${place.path}/inside/users_audit_export_`);
    expect(await place.read(path)).toHaveLength(64);
    await place.shell('rm real/deep/*');
  });

  test.each([
    ['a relative one', 'exports', 'UA021'],
    ['one that goes up', '/tmp/../etc', 'UA021'],
    ['another one', '/var/tmp', 'UA021'],
    ['one whose name begins alike', '/tmpx', 'UA021'],
    ['one with a line break', '/tmp/a\nb', 'UA021'],
    ['what would be a command', '/tmp/$(touch /tmp/audit-owned)', 'UA025'],
    ['what ends a quoted word', `/tmp/'; touch /tmp/audit-owned; '`, 'UA025'],
  ])('not in %s', async (_, directory, code) => {
    await expect(exportTo(directory)).rejects.toMatchObject({ code, hint: expect.any(String) });
    await expect(place.read('/tmp/audit-owned')).rejects.toMatchObject({ code: '58P01' });
  });

  test('nor behind a symbolic link out of it, nor over a link in the file’s place', async () => {
    await place.shell('ln -s /var/tmp out');
    await expect(exportTo(`${place.path}/out`)).rejects.toMatchObject({
      code: 'UA021',
      message: `exports may not be written to ${place.path}/out: a symbolic link leads out of the allowed directory`,
    });
    await place.shell(
      'mkdir links; for n in 0 1; do ln -s /tmp/audit-owned "links/$(date -u -d "+$n minute" +users_audit_export_%Y%m%d_%H%M.csv)"; done',
    );
    await expect(exportTo(`${place.path}/links`)).rejects.toMatchObject({ code: 'UA027' });
    await expect(place.read('/tmp/audit-owned')).rejects.toMatchObject({ code: '58P01' });
    expect(
      await value(client(), `select count(*)::int from pg_ls_dir($1)`, [`${place.path}/links`]),
    ).toBe(2);
  });

  test('under the table’s own name, whatever that is', async () => {
    const name = `a/../b'; touch $(pwd)/owned; "Ж" -x`;
    const quoted = client().escapeIdentifier(name);
    await client().query(`create table ${quoted} (id int primary key)`);
    await client().query('select audit.track($1::regclass)', [quoted]);
    const own = await makePlace(client());
    const path = await exportTo(own.path, quoted);
    expect(path.slice(own.path.length + 1)).toMatch(
      /^a_\.\._b'; touch \$\(pwd\)_owned; "Ж" -x_audit_export_\d{8}_\d{4}\.csv$/,
    );
    expect(await own.names()).toEqual([path.slice(own.path.length + 1)]);
  });

  test('files are the server’s and its group’s to read', async () => {
    const own = await makePlace(client());
    const path = await exportTo(own.path);
    await own.shell(`[ "$(stat -c %a ${path})" = 640 ]`);
  });
});

/** A file system that is full after 64 kB. */
function mountSmall(): string {
  const directory = mkdtempSync('/tmp/audit-export-full-');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k,mode=777', 'tmpfs', directory], {
      stdio: 'pipe',
    });
    return directory;
  } catch (error) {
    rmdirSync(directory);
    throw error;
  }
}

function unmount(directory: string): void {
  execFileSync('umount', [directory]);
  rmdirSync(directory);
}

/** Why there can be none; undefined where there can. */
function whyNoMount(): string | undefined {
  if (process.getuid?.() !== 0 || testServer().kind === 'env') return 'needs root on the server';
  try {
    unmount(mountSmall());
    return undefined;
  } catch {
    return 'needs a mount of tmpfs';
  }
}

const reason = whyNoMount();
const onFullDisk = reason === undefined ? describe : describe.skip;

onFullDisk(`a disk that fills${reason === undefined ? '' : ` [${reason}]`}`, () => {
  let full: string;
  let schedule: number;

  beforeAll(async () => {
    full = mountSmall();
    await makeUsers(client(), 'crowd');
    for (let n = 0; n < 5; n++) {
      await logChange(client(), daysAgo(1), 'x'.repeat(20_000), { schema: 'crowd' });
    }
    schedule = await insertSchedule(client(), full, { table: 'crowd.users' });
  });

  afterAll(() => {
    if (full !== undefined) unmount(full);
  });

  test('is the error of a call, and nothing is left of it', async () => {
    await expect(exportTo(full, 'crowd.users')).rejects.toMatchObject({
      code: 'UA026',
      message: `the disk of ${full} is full`,
    });
    expect(await value(client(), `select count(*)::int from pg_ls_dir($1)`, [full])).toBe(0);
    expect(
      await value(client(), 'select count(*)::int from audit.export_run where error is not null'),
    ).toBe(0);
  });

  test('is in the record of the job’s run, and the job fails', async () => {
    await expect(client().query(`call audit._run_export(${schedule})`)).rejects.toMatchObject({
      code: 'UA026',
      message: expect.stringMatching(
        /^the export of crowd\.users for \d{4}-\d\d-\d\d failed: the disk of .* is full$/,
      ),
    });
    const { rows } = await client().query(
      'select error, error_state, rows, finished_at from audit.export_run where schedule_id = $1',
      [schedule],
    );
    expect(rows).toEqual([
      {
        error: `the disk of ${full} is full`,
        error_state: 'UA026',
        rows: null,
        finished_at: expect.any(Date),
      },
    ]);
    expect(await value(client(), `select count(*)::int from pg_ls_dir($1)`, [full])).toBe(0);
  });

  test('and the day is caught up when there is room', async () => {
    execFileSync('mount', ['-o', 'remount,size=1m', full]);
    await client().query(`call audit._run_export(${schedule})`);
    const { rows } = await client().query<{ path: string; rows: string; bytes: string }>(
      'select path, rows, bytes from audit.export_run where schedule_id = $1 and error is null',
      [schedule],
    );
    expect(rows).toEqual([
      { path: expect.stringContaining(full), rows: '5', bytes: expect.any(String) },
    ]);
    expect(await place.read(rows[0]?.path as string)).toHaveLength(Number(rows[0]?.bytes));
  });
});

describe('a call that is ended', () => {
  const slowly = (own: Place) =>
    `select audit._write_export(1, '${own.path}', '/tmp', 'slow.csv', 'a', 'select n, pg_sleep(0.02) from generate_series(1, 5000) as n', false)`;

  test('leaves nothing when it is cancelled', async () => {
    const own = await makePlace(client());
    await client().query(`set statement_timeout = '300 ms'`);
    await expect(client().query(slowly(own))).rejects.toMatchObject({ code: '57014' });
    await client().query('reset statement_timeout');
    expect(await own.names()).toEqual([]);
  });

  test('leaves no file under its name when its connection is cut', async () => {
    const own = await makePlace(client());
    const doomed = await database().connect();
    const pid = await value(doomed, 'select pg_backend_pid()');
    const call = doomed.query(slowly(own)).catch((error: Error) => error);
    await expect.poll(() => own.names()).toHaveLength(1);
    await client().query('select pg_terminate_backend($1)', [pid]);
    await call;
    await expect
      .poll(() =>
        value(client(), 'select count(*)::int from pg_stat_activity where pid = $1', [pid]),
      )
      .toBe(0);
    // The program still writes what it got, for as long as it has the file open.
    await own.shell(
      'while ls -l /proc/[0-9]*/fd 2>/dev/null | grep -q "slow.csv"; do sleep 0.05; done',
    );
    expect((await own.names()).every((name) => /^\.slow\.csv\..*\.part$/.test(name))).toBe(true);
  });
});
