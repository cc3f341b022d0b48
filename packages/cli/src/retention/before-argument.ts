import { InvalidArgumentError } from 'commander';
import { timeArgument } from '../log/time-argument.js';

/** Up to when records can go: a time, or how old they have to be, as the server counts it. */
export type Before = { readonly time: string } | { readonly age: string };

const age = /^(\d+) ?(days?|weeks?|months?|years?)(?: ago)?$/i;

/** A time as {@link timeArgument} takes it, or an age in whole days, weeks, months or years: `12 months`. */
export function beforeArgument(text: string): Before {
  const [, amount, unit] = age.exec(text) ?? [];
  if (amount !== undefined && unit !== undefined) return { age: `${amount} ${unit}` };
  const time = timeOf(text);
  return { time: typeof time === 'string' ? time : time.toISOString() };
}

function timeOf(text: string): Date | string {
  try {
    return timeArgument(text);
  } catch (cause) {
    if (!(cause instanceof InvalidArgumentError)) throw cause;
    throw new InvalidArgumentError("It reads '12 months', 2026-05-01, or 2026-05-01T08:00:00Z.");
  }
}
