import { expect, test } from 'vitest';
import { describeModes, problems } from '../support/modes.js';
import { changes } from '../support/records.js';

// A subscription's apply worker runs in this role. What it applies was recorded where it was first written, and would
// stand in the log twice if the log is replicated along; so the audit triggers are ordinary ones, as PostgreSQL has it.
describeModes('session_replication_role = replica', ({ client, mode }) => {
  if (mode === 'unprivileged') {
    test('is a superuser’s to set', async () => {
      await expect(client().query('set session_replication_role = replica')).rejects.toThrow(
        'permission denied',
      );
    });
    return;
  }

  test('writes are not recorded', async () => {
    await client().query(`
      create table applied (id int primary key, modified_at timestamptz);
      select audit.track('applied', touch => true);
      set session_replication_role = replica;
      insert into applied values (1);
      update applied set id = 2;
      truncate applied;
      insert into applied values (3);
      reset session_replication_role;
      insert into applied values (4)`);
    expect((await changes(client(), 'applied')).map((line) => line.slice(0, 3))).toEqual(['I 4']);
    const { rows } = await client().query(
      'select id, modified_at is null as untouched from applied order by id',
    );
    expect(rows).toEqual([
      { id: 3, untouched: true },
      { id: 4, untouched: false },
    ]);
  });

  test('schema changes are followed all the same', async () => {
    await client().query(`
      create table evolved (id int primary key, secret text);
      select audit.track('evolved', masked => '{secret}');
      set session_replication_role = replica;
      alter table evolved add note text;
      alter table evolved rename secret to pass;
      reset session_replication_role;
      insert into evolved values (1, 'hidden', 'n')`);
    expect(await changes(client(), 'evolved')).toEqual([
      'I 1 {"id": 1, "note": "n", "pass": "***"}',
    ]);
    expect(await problems(client(), 'evolved')).toEqual([]);
  });

  test('the log stays append-only', async () => {
    await client().query('set session_replication_role = replica');
    for (const command of [
      'update audit.data_op_log set id = 0',
      'delete from audit.data_op_log',
      'truncate audit.data_op_log',
    ]) {
      await expect(client().query(command)).rejects.toMatchObject({ code: 'UA014' });
    }
    await client().query('reset session_replication_role');
  });

  test('a table whose triggers are ENABLE ALWAYS is recorded there too', async () => {
    await client().query(`
      create table doubled (id int primary key);
      select audit.track('doubled');
      alter table doubled enable always trigger audit_insert;
      set session_replication_role = replica;
      insert into doubled values (1);
      reset session_replication_role`);
    expect(await changes(client(), 'doubled')).toEqual(['I 1 {"id": 1}']);
    expect(await problems(client(), 'doubled')).toEqual([]);
  });
});
