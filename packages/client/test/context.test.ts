import { expect, test } from 'vitest';
import type { AuditSession } from '../src/index.js';
import { applyContext, contextStatement, createAuditClient } from '../src/index.js';
import { describeDrivers } from './support/targets.js';

const settings = `
select
  current_setting('audit.op_type', true) as op_type,
  current_setting('audit.op_note', true) as op_note,
  current_setting('audit.revision_id', true) as revision_id,
  current_setting('audit.op_meta', true) as op_meta`;

async function contextOf(session: Pick<AuditSession, 'query'>) {
  const { rows } = await session.query<{ [name: string]: string | null }>(settings);
  return rows[0];
}

const unset = { op_type: '', op_note: '', revision_id: '', op_meta: '' };

describeDrivers('withContext', (driver) => {
  test('sets the context before the work, for that transaction only', async () => {
    const audit = createAuditClient(driver());
    const inside = await audit.withContext(
      {
        opType: `it's`,
        opNote: 'why; drop table x',
        revisionId: 'r1',
        actor: 'support',
        meta: { requestId: 'q-1', big: 9007199254740993n },
      },
      contextOf,
    );
    expect(inside).toEqual({
      op_type: `it's`,
      op_note: 'why; drop table x',
      revision_id: 'r1',
      op_meta: '{"requestId":"q-1","big":9007199254740993,"actor":"support"}',
    });
    const after = await contextOf(driver());
    expect(Object.values(after ?? {}).filter(Boolean)).toEqual([]);
  });

  test('leaves unset what is not given', async () => {
    const audit = createAuditClient(driver());
    expect(await audit.withContext({}, contextOf)).toEqual(unset);
    expect(await audit.withContext({ meta: {} }, contextOf)).toEqual(unset);
  });

  test('lets actor win over meta.actor', async () => {
    const audit = createAuditClient(driver());
    const context = await audit.withContext(
      { actor: 'support', meta: { actor: 'billing' } },
      contextOf,
    );
    expect(context?.op_meta).toBe('{"actor":"support"}');
  });

  test('commits and returns, or rolls back and throws the very error', async () => {
    const audit = createAuditClient(driver());
    await driver().query('create table contextual (v int primary key)');
    expect(
      await audit.withContext({ actor: 'support' }, async (tx) => {
        await tx.query('insert into contextual values (1)');
        return 42;
      }),
    ).toBe(42);

    const refused = audit.withContext({ actor: 'support' }, async (tx) => {
      await tx.query('insert into contextual values (2)');
      await tx.query('insert into contextual values (1)');
    });
    // A service goes by the SQLSTATE of its own statements, even of one that the client maps elsewhere.
    await expect(refused).rejects.toMatchObject({ code: '23505' });
    await expect(
      audit.withContext({}, (tx) => tx.query('select * from audit.no_such_table')),
    ).rejects.toMatchObject({ code: '42P01', severity: 'ERROR' });
    expect((await driver().query('select v from contextual')).rows).toEqual([{ v: 1 }]);
  });

  test('changes the context within a transaction, until a savepoint is undone', async () => {
    const audit = createAuditClient(driver());
    await audit.withContext({ opType: 'outer', revisionId: 'r1' }, async (tx) => {
      await tx
        .transaction(async (inner) => {
          await applyContext(inner, { opType: 'inner' });
          expect(await contextOf(inner)).toEqual({ ...unset, op_type: 'inner' });
          throw new Error('undo');
        })
        .catch(() => {});
      expect(await contextOf(tx)).toEqual({ ...unset, op_type: 'outer', revision_id: 'r1' });
      await applyContext(tx, { opType: 'later' });
      expect(await contextOf(tx)).toEqual({ ...unset, op_type: 'later' });
    });
  });

  test('can be had as a statement', async () => {
    const { text, params } = contextStatement({ opNote: 'by hand' });
    await driver().transaction(async (tx) => {
      await tx.query(text, params);
      expect(await contextOf(tx)).toEqual({ ...unset, op_note: 'by hand' });
    });
  });
});
