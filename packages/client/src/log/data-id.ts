import { createHash } from 'node:crypto';
import type { Key } from './filter.js';

/** What stands between the values of a key of several columns. */
const separator = '∆';

/** The log keeps a longer key short, so that its index can hold it: its first characters, and the MD5 of the whole. */
const longestBytes = 2400;
const keptCharacters = 500;

/** A row's key as the log has it in `data_id`; the same rule as audit._fit_data_id. */
export function dataId(key: Key): string {
  const whole = Array.isArray(key) ? key.join(separator) : String(key);
  if (Buffer.byteLength(whole) <= longestBytes) return whole;
  // By code points, as PostgreSQL counts characters.
  const kept = Array.from(whole).slice(0, keptCharacters).join('');
  return `${kept}…${createHash('md5').update(whole).digest('hex')}`;
}
