import { InvalidArgumentError } from 'commander';

const units: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
/** Spelt out, because `3 months` must not be taken for three minutes. */
const ago = /^(\d+) ?(s|seconds?|m|minutes?|h|hours?|d|days?|w|weeks?)(?: ago)?$/i;
const exact = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)$/;
const local = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?))?$/;

/**
 * A time as people give it: `2 hours ago` or `2h`, `today`, `yesterday`, a date, or a date and time,
 * with an offset or in the local time zone. An exact time passes through with its microseconds.
 */
export function timeArgument(text: string): Date | string {
  if (exact.test(text)) return text;

  const [, amount, unit = ''] = ago.exec(text) ?? [];
  const seconds = units[unit.charAt(0).toLowerCase()];
  if (seconds !== undefined) return new Date(Date.now() - Number(amount) * seconds * 1000);

  if (text === 'today') return midnight(0);
  if (text === 'yesterday') return midnight(-1);

  const [, day, time = '00:00'] = local.exec(text) ?? [];
  const moment = new Date(`${day}T${time}`);
  if (day === undefined || Number.isNaN(moment.getTime())) {
    throw new InvalidArgumentError(
      "It reads '2 hours ago', today, yesterday, 2026-05-01, or 2026-05-01T08:00:00Z.",
    );
  }
  return moment;
}

function midnight(daysFromToday: number): Date {
  const moment = new Date();
  moment.setHours(0, 0, 0, 0);
  moment.setDate(moment.getDate() + daysFromToday);
  return moment;
}
