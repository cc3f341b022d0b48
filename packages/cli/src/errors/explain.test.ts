import { AuditError, NotInstalledError } from '@audit/schema';
import { expect, test } from 'vitest';
import { explain } from './explain.js';

const serverError = (code: string, message: string, hint?: string) =>
  Object.assign(new Error(message), { code, hint });

test.each([
  ['42P01', 'relation "audit.tracked" does not exist', 'not installed'],
  ['3F000', 'schema "audit" does not exist', 'not installed'],
  ['42883', 'function audit.track(regclass) does not exist', 'not installed'],
  ['42883', 'function audit._row_key(jsonb) does not exist', 'audit._row_key'],
  ['42P01', 'relation "orders" does not exist', 'relation "orders"'],
  ['42501', 'permission denied for table orders', 'permission denied for table orders'],
  ['55P03', 'canceling statement due to lock timeout', 'holds a lock'],
  ['25006', 'cannot execute INSERT in a read-only transaction', 'only reads'],
  [
    '57P01',
    'terminating connection due to administrator command',
    'connection to the server was lost',
  ],
])('%s %s', (code, message, told) => {
  const cause = serverError(code, message);
  const error = explain(cause);
  expect(error.message).toContain(told);
  expect(error).toMatchObject({ code, cause, hint: expect.any(String) });
});

test("the server's own hint is the better one", () => {
  const error = explain(serverError('UA004', 'shop.t has no key', 'Name its key columns.'));
  expect(error).toMatchObject({ message: 'shop.t has no key', hint: 'Name its key columns.' });
});

test('an error that an SDK error wraps is found in its cause', () => {
  const cause = serverError('55P03', 'canceling statement due to lock timeout');
  expect(explain(new AuditError('the install failed', { cause })).message).toContain(
    'holds a lock',
  );
});

test('errors of the SDK say it themselves', () => {
  const own = new AuditError('that is wrong', { hint: 'Do it differently.' });
  expect(explain(own)).toBe(own);
  expect(explain(new NotInstalledError('none')).hint).toContain('audit-cli install');
});

test('anything can be thrown', () => {
  expect(explain('oops').message).toBe('oops');
  expect(explain(undefined)).toMatchObject({ hint: expect.stringContaining('--verbose') });
});
