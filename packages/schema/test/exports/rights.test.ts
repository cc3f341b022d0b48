import { type TestRole, useDatabase } from '@audit/test-db';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { install } from '../../src/index.js';
import { driverOver } from '../support/driver.js';
import { value } from '../support/records.js';
import { makePlace, type Place } from './support/place.js';
import { makeUsers } from './support/users.js';

// The schema's owner is no superuser, and nor is anyone else here but the one who looks on.
const database = useDatabase();
let admin: pg.Client;
let owner: pg.Client;
let ownerRole: TestRole;
let place: Place;

beforeAll(async () => {
  admin = await database().connect();
  ownerRole = await database().createRole({ label: 'owner' });
  await admin.query(
    `grant create on database ${database().name} to ${ownerRole.name}; grant all on schema public to ${ownerRole.name}`,
  );
  owner = await database().connect(ownerRole.url);
  await install(driverOver(owner));
  await makeUsers(owner);
  place = await makePlace(admin);
});

const call = (client: pg.Client, directory = place.path) =>
  value(client, `select audit.export_csv('public.users', directory => $1)`, [directory]);

describe('writing files takes a right of the owner’s', () => {
  test('without it a call is refused, and says which', async () => {
    await expect(call(owner)).rejects.toMatchObject({
      code: 'UA024',
      message: `role ${ownerRole.name} may not write files on the server`,
      hint: expect.stringContaining(`grant pg_execute_server_program to ${ownerRole.name}`),
    });
    await expect(
      owner.query(`select audit.schedule_export('users', directory => '${place.path}')`),
    ).rejects.toMatchObject({ code: 'UA024' });
  });

  test('with it, whoever may call the function has its rights, and no others', async () => {
    await admin.query(`grant pg_execute_server_program to ${ownerRole.name}`);
    const clerkRole = await database().createRole({ label: 'clerk' });
    const clerk = await database().connect(clerkRole.url);
    await owner.query(`grant usage on schema audit to ${clerkRole.name}`);
    await expect(call(clerk)).rejects.toMatchObject({ code: '42501' });

    await owner.query(
      `grant execute on function audit.export_csv(regclass, date, text, text, text[], text) to ${clerkRole.name}`,
    );
    expect(await call(clerk)).toContain(place.path);
    await expect(call(clerk, '/var/tmp')).rejects.toMatchObject({ code: 'UA021' });
    await expect(clerk.query('select * from audit.field_history')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(
      clerk.query(
        `insert into audit.param (param_key, param_value_text) values ('export_directories', '/')`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      clerk.query(`select audit._run_script('/tmp', '/tmp', 'true')`),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(clerk.query('call audit._run_export(1)')).rejects.toMatchObject({ code: '42501' });
  });

  test('what a caller has put into the search path or a setting does nothing', async () => {
    const malloryRole = await database().createRole({ label: 'mallory' });
    await admin.query(`create schema trap authorization ${malloryRole.name}`);
    await owner.query(
      `grant usage on schema audit to ${malloryRole.name};
       grant execute on function audit.export_csv(regclass, date, text, text, text[], text) to ${malloryRole.name}`,
    );
    const mallory = await database().connect(malloryRole.url);
    await mallory.query(`
      create function trap.stolen() returns boolean language plpgsql as $$ begin raise exception 'with the rights of %', current_user; end $$;
      create function trap.format(text, text) returns text language sql as 'select trap.stolen()::text';
      create function trap.hashtextextended(text, int) returns bigint language sql as 'select trap.stolen()::int::bigint';
      create function trap.same(text, text) returns boolean language sql as 'select trap.stolen()';
      create operator trap.= (leftarg = text, rightarg = text, function = trap.same);
      create temporary table export_run (path text);
      create temporary table users (id int);
      set search_path = trap, pg_temp, pg_catalog;
      set standard_conforming_strings = off;
      set client_encoding = latin1`);
    const other = await makePlace(admin);
    expect(await call(mallory, other.path)).toContain(other.path);
  });
});
