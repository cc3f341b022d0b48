import { InvalidFilterError } from '../errors.js';
import type { Order } from './page.js';

/**
 * A page's end, as callers carry it around: opaque, so that what is in it can change.
 *
 * The id alone is a total order, so entries of the same microsecond are neither repeated nor left out, and none can
 * slip in front of a page that has been read the way an offset would let it.
 */
export function encodeCursor(order: Order, id: bigint): string {
  return Buffer.from(`${order}:${id}`).toString('base64url');
}

/**
 * The id after which the next page starts.
 *
 * @throws {@link InvalidFilterError} for text that is no cursor, or one of a page read in another order.
 */
export function decodeCursor(order: Order, cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, cursorOrder, id] = /^(newest|oldest):(-?\d{1,19})$/.exec(text) ?? [];
  if (id === undefined) {
    throw new InvalidFilterError('`after` is no cursor', {
      hint: 'Pass the nextCursor of an earlier page, unchanged.',
    });
  }
  if (cursorOrder !== order) {
    throw new InvalidFilterError(`\`after\` belongs to a page with the order '${cursorOrder}'`, {
      hint: 'Read every page of one list in the same order.',
    });
  }
  return id;
}
