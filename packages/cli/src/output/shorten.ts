import { printable } from './printable.js';

/**
 * The part of `text` that begins at `from`, in at most `width` characters, with an … on each side
 * where something is missing. Safe to show.
 */
export function shorten(text: string, width: number, from = 0): string {
  const start = from > 0 && splitsPair(text, from) ? from - 1 : from;
  const lead = start > 0 ? '…' : '';
  // Only this much can be shown: a value may have 50 MB.
  const part = printable(
    Number.isFinite(width) ? text.slice(start, start + width + 1) : text.slice(start),
  );
  const room = Math.max(1, width - lead.length);
  if (part.length <= room) return lead + part;
  const end = splitsPair(part, room - 1) ? room - 2 : room - 1;
  return `${lead}${part.slice(0, end)}…`;
}

/** Whether a cut before `index` would take an emoji or the like apart. */
function splitsPair(text: string, index: number): boolean {
  return (
    /[\ud800-\udbff]/.test(text.charAt(index - 1)) && /[\udc00-\udfff]/.test(text.charAt(index))
  );
}

/** Where two texts begin to differ. */
export function firstDifference(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let index = 0;
  while (index < end && a.charCodeAt(index) === b.charCodeAt(index)) index++;
  return index;
}
