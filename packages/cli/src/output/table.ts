import { stripVTControlCharacters } from 'node:util';
import Table from 'cli-table3';

const gap = '  ';
/** A narrower last column would be all line breaks. */
const narrowest = 24;

/**
 * Columns under a dim heading, without lines: reads well in a terminal, and greps and cuts well in a
 * pipe. Where the lines are too long for `width`, the last column is wrapped.
 */
export function table(
  head: string[],
  rows: string[][],
  { dim, width }: { dim: (text: string) => string; width: number },
): string {
  const nothing = Object.fromEntries(
    ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) =>
      ['', '-mid', '-left', '-right'].map((part) => [side + part, '']),
    ),
  );
  const room = width - widthBeforeLast([head, ...rows]);
  const lines = new Table({
    chars: { ...nothing, middle: gap },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: [...head.slice(1).map(() => null), fitting(room)],
    wordWrap: true,
  });
  lines.push(head.map(dim), ...rows);
  return lines
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function widthBeforeLast(rows: string[][]): number {
  const columns = (rows[0] ?? []).slice(1).map((_, column) => {
    const widths = rows.map((row) => stripVTControlCharacters(row[column] ?? '').length);
    return Math.max(...widths) + gap.length;
  });
  return columns.reduce((sum, width) => sum + width, 0);
}

/** Null lets the column be as wide as it needs to be. */
function fitting(room: number): number | null {
  return Number.isFinite(room) && room >= narrowest ? room : null;
}
