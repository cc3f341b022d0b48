import type { AuditSession } from '@audit/client';

/** What is exported depends on nobody's settings: for this transaction only. */
export async function settle(session: AuditSession, timeZone: string): Promise<void> {
  await session.query(
    `select set_config('timezone', $1, true), set_config('datestyle', 'ISO', true), set_config('jit', 'off', true)`,
    [timeZone],
  );
}

/** The name of a time zone as the server has it; by default the database's. */
export async function timeZoneOf(
  session: Pick<AuditSession, 'query'>,
  wanted: string | undefined,
): Promise<string> {
  const { rows } = await session.query<{ zone: string }>(
    'select audit._check_time_zone($1) as zone',
    [wanted ?? null],
  );
  return rows[0]?.zone ?? 'UTC';
}
