import { stripVTControlCharacters } from 'node:util';
import { printable } from '../output/printable.js';
import { firstDifference, shorten } from '../output/shorten.js';
import type { Style } from '../output/style.js';
import type { ChangeNode } from './change-tree.js';

export interface Layout {
  readonly style: Style;
  /** Characters per line. */
  readonly width: number;
  /** Whether values are shown whole, however long. */
  readonly full: boolean;
}

/** A wider name is not waited for when values are aligned. */
const widestLabel = 24;
/** What still reads well as `before → after`, where lines have no end. */
const comfortableWidth = 100;
/** How much of what is the same is shown before the first difference. */
const contextWidth = 12;

/** The lines of the tree; values are aligned with their siblings'. */
export function renderTree(nodes: readonly ChangeNode[], margin: string, layout: Layout): string[] {
  const labels = nodes.filter((node) => 'value' in node || 'before' in node);
  const column = Math.min(widestLabel, Math.max(0, ...labels.map(({ label }) => label.length)));
  return nodes.flatMap((node) => renderNode(node, margin, column, layout));
}

function renderNode(node: ChangeNode, margin: string, column: number, layout: Layout): string[] {
  const { cyan, dim, green, red, yellow } = layout.style;
  const label = printable(node.label);
  switch (node.kind) {
    case 'remark':
      return [margin + dim(label)];
    case 'group':
      return [margin + cyan(label), ...renderTree(node.children, `${margin}  `, layout)];
    case 'item': {
      const [first = '', ...others] = renderTree(node.children, `${margin}    `, layout);
      // One change that is short stands beside its item.
      const joined = `${margin}${yellow('~')} ${label}  ${first.trimStart()}`;
      if (others.length === 0 && visibleLength(joined) <= layout.width) return [joined];
      return [`${margin}${yellow('~')} ${label}`, first, ...others];
    }
    case 'added':
    case 'removed': {
      const [paint, sign] = node.kind === 'added' ? [green, '+ '] : [red, '- '];
      const name = label === '' ? '' : `${label.padEnd(column)}  `;
      const room = roomAfter(margin.length + sign.length + name.length, layout);
      return [margin + paint(sign) + cyan(name) + paint(shorten(node.value, room))];
    }
    case 'changed': {
      const name = `${label.padEnd(column)}  `;
      return renderChange(node, margin + cyan(name), margin.length + name.length, layout);
    }
  }
}

/** `before → after` where that fits a line, else one line for each. */
function renderChange(
  { before, after }: { before: string; after: string },
  lead: string,
  leadWidth: number,
  layout: Layout,
): string[] {
  const { dim, green, red } = layout.style;
  const room = roomAfter(leadWidth, layout);
  if (before.length + after.length + 3 <= Math.min(room, comfortableWidth)) {
    return [`${lead}${red(printable(before))} ${dim('→')} ${green(printable(after))}`];
  }
  const valueRoom = room - 2;
  const from = windowStart(before, after, valueRoom);
  return [
    `${lead}${red(`- ${shorten(before, valueRoom, from)}`)}`,
    `${' '.repeat(leadWidth)}${green(`+ ${shorten(after, valueRoom, from)}`)}`,
  ];
}

function visibleLength(line: string): number {
  return stripVTControlCharacters(line).length;
}

function roomAfter(taken: number, { full, width }: Layout): number {
  return full ? Number.POSITIVE_INFINITY : Math.max(20, width - taken);
}

/** Long values usually differ in a few characters: show the place, not the beginning. */
function windowStart(before: string, after: string, room: number): number {
  const difference = firstDifference(before, after);
  const longest = Math.max(before.length, after.length);
  if (longest <= room || difference + contextWidth < room) return 0;
  return Math.min(difference - contextWidth, Math.max(0, longest - room + 1));
}
