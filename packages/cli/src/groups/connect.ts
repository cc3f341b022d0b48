import { type AuditDriver, type AuditGroups, createAuditGroups } from '@audit/client';

/** Works with groups in one transaction, which waits for a lock no longer than `lockTimeout`. */
export function withGroups<Result>(
  driver: AuditDriver,
  lockTimeout: string,
  work: (groups: AuditGroups) => Promise<Result>,
): Promise<Result> {
  return driver.transaction(async (session) => {
    await session.query("select set_config('lock_timeout', $1, true)", [lockTimeout]);
    // Nothing that is done here reads as a stream: a session is all it takes.
    return work(createAuditGroups({ ...driver, query: session.query.bind(session) }));
  });
}
