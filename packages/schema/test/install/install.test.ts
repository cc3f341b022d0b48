import { hasExtension, useDatabase } from '@audit/test-db';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../sql/order.js';
import { install, installScript, SchemaConflictError, status, VERSION } from '../../src/index.js';
import { catalog } from '../support/catalog.js';
import { driverOver } from '../support/driver.js';

const latest = Math.max(...migrations.map(({ version }) => version));

describe('installing', () => {
  const database = useDatabase();

  test('20 clients at once leave one schema', async () => {
    const clients = await Promise.all(Array.from({ length: 20 }, () => database().connect()));
    const results = await Promise.all(clients.map((client) => install(driverOver(client))));

    expect(results.filter(({ from }) => from === null)).toHaveLength(1);
    expect(results.filter(({ from }) => from === latest)).toHaveLength(19);
    expect(new Set(results.map(({ to }) => to))).toEqual(new Set([latest]));

    const client = await database().connect();
    const { rows } = await client.query('select version from audit.schema_migration order by 1');
    expect(rows.map(({ version }) => version)).toEqual(migrations.map(({ version }) => version));
  });

  test('a second time changes nothing in the catalogs', async () => {
    const client = await database().connect();
    const before = await catalog(client);
    const result = await install(driverOver(client));
    expect(result).toMatchObject({ from: latest, to: latest, migrations: [] });
    expect(await catalog(client)).toEqual(before);
  });

  test('the script of a fresh install leaves the same catalogs as the install', async () => {
    const client = await database().connect();
    const byInstall = await catalog(client);
    await client.query('drop schema audit cascade');
    await client.query(await installScript(driverOver(client)));
    expect(await catalog(client)).toEqual(byInstall);
  });

  test('the version of the package is recorded, and status has nothing to do', async () => {
    const client = await database().connect();
    expect(await status(driverOver(client))).toMatchObject({
      installed: true,
      history: true,
      version: latest,
      latest,
      packageVersion: VERSION,
      engine: hasExtension('plv8') ? 'plv8' : 'sql',
      problems: [],
    });
  });
});

describe('a log whose protection somebody has taken away', () => {
  const database = useDatabase();

  test('is reported, and put right by the next install', async () => {
    const client = await database().connect();
    await install(driverOver(client));
    await client.query('alter table audit.data_op_log_default disable trigger audit_append_only');
    expect((await status(driverOver(client))).problems).toEqual([
      'audit.data_op_log_default is not append-only any more; run audit-cli install',
    ]);
    await install(driverOver(client));
    expect((await status(driverOver(client))).problems).toEqual([]);
    await expect(client.query('delete from audit.data_op_log_default')).rejects.toMatchObject({
      code: 'UA014',
    });
  });
});

describe('an install that fails', () => {
  const database = useDatabase();

  test('leaves nothing', async () => {
    const client = await database().connect();
    // The last step of all trips over a function of the same name that returns something else.
    const driver = driverOver(client);
    const failing = install({
      ...driver,
      transaction: (work) =>
        driver.transaction((session) =>
          work({
            query: async (text, params) => {
              if (text.includes('select audit._finish_install()')) {
                await session.query('select 1 / 0');
              }
              return session.query(text, params);
            },
          }),
        ),
    });
    await expect(failing).rejects.toMatchObject({
      name: 'AuditError',
      code: '22012',
      message: expect.stringContaining('the install failed at finish'),
      hint: 'Nothing was changed.',
    });
    const { rows } = await client.query(`select to_regnamespace('audit') as schema`);
    expect(rows).toEqual([{ schema: null }]);
  });
});

describe('a schema that is not this package’s to change', () => {
  const database = useDatabase();

  test('one with a newer migration is refused and left as it is', async () => {
    const client = await database().connect();
    await install(driverOver(client));
    await client.query(`insert into audit.schema_migration (version, name) values (9999, 'later')`);
    const before = await catalog(client);
    await expect(install(driverOver(client))).rejects.toBeInstanceOf(SchemaConflictError);
    expect(await catalog(client)).toEqual(before);
    await client.query('delete from audit.schema_migration where version = 9999');
  });

  test('one installed by a newer version of the package is refused', async () => {
    const client = await database().connect();
    await client.query(
      `update audit.param set param_value_text = '99.0.0' where param_key = 'version'`,
    );
    await expect(install(driverOver(client))).rejects.toMatchObject({
      name: 'SchemaConflictError',
      message: expect.stringContaining('99.0.0'),
      hint: 'Upgrade the package.',
    });
  });

  test('somebody else’s schema of the same name is refused and left as it is', async () => {
    const client = await database().connect();
    await client.query(
      'drop schema audit cascade; create schema audit; create table audit.book (id int)',
    );
    await expect(install(driverOver(client))).rejects.toMatchObject({
      name: 'SchemaConflictError',
      hint: expect.stringContaining('Rename that schema'),
    });
    expect((await status(driverOver(client))).problems).toHaveLength(1);
    const { rows } = await client.query(`select to_regclass('audit.book') is not null as there`);
    expect(rows).toEqual([{ there: true }]);
  });

  test('an empty schema that an administrator has made ready is used', async () => {
    const client = await database().connect();
    await client.query('drop schema audit cascade; create schema audit');
    expect((await install(driverOver(client))).from).toBeNull();
  });
});
