import { stripVTControlCharacters } from 'node:util';
import { type AuditEntry, isJsonObject } from '@audit/client';
import { printable } from '../output/printable.js';
import { shorten } from '../output/shorten.js';
import type { Style } from '../output/style.js';
import { changesOf } from './changes-of.js';
import { type Layout, renderTree } from './render-tree.js';

const actionNames = { I: 'INSERT', U: 'UPDATE', D: 'DELETE', T: 'TRUNCATE' } as const;

/**
 * Entries in the manner of `git log`: a heading for each transaction with its time, who and why;
 * below it each row that it changed, with what changed in it.
 */
export class LogRenderer {
  #heading: string | undefined;

  constructor(private readonly layout: Layout) {}

  /** The text of one entry; it shares the heading with the entry before where that is the same. */
  render(entry: AuditEntry): string {
    const heading = headingOf(entry, this.layout);
    const lines = this.#heading === undefined || this.#heading === heading ? [] : [''];
    if (this.#heading !== heading) lines.push(heading);
    this.#heading = heading;
    lines.push(`  ${rowOf(entry, this.layout.style)}`);
    lines.push(...renderTree(changesOf(entry), '    ', this.layout));
    return lines.join('\n');
  }
}

/** The note goes to a line of its own where the line would be too long. */
function headingOf(entry: AuditEntry, { style, width, full }: Layout): string {
  const { bold, dim, yellow, magenta } = style;
  const who = bold(printable(entry.actor ?? 'unknown'));
  const parts = [
    yellow(localTime(entry.transactionAt)),
    isRoleOnly(entry) ? `${who} ${dim('(database role, no context)')}` : who,
  ];
  if (entry.opType !== null) parts.push(magenta(printable(entry.opType)));
  if (entry.revisionId !== null) parts.push(dim(`revision ${printable(entry.revisionId)}`));
  parts.push(dim(`tx ${entry.transactionId}`));
  const line = parts.join('  ');
  if (entry.opNote === null) return line;

  const room = width - 4;
  const note = shorten(entry.opNote, full ? Number.POSITIVE_INFINITY : room);
  const whole = [...parts.slice(0, -1), note, ...parts.slice(-1)].join('  ');
  if (stripVTControlCharacters(whole).length <= width) return whole;
  return `${line}\n    ${note}`;
}

/** Nobody said who it was: then the database's own role is all that is known. */
function isRoleOnly({ meta, modifiedBy, opType }: AuditEntry): boolean {
  const named = isJsonObject(meta) && typeof meta.actor === 'string';
  return !named && modifiedBy === null && opType === null;
}

function rowOf({ action, schema, table, key }: AuditEntry, style: Style): string {
  const paint = { I: style.green, U: style.yellow, D: style.red, T: style.red }[action];
  const name = printable(`${schema}.${table}`);
  return [
    paint(actionNames[action]),
    name,
    ...(key === null ? [] : [style.bold(printable(key))]),
  ].join(' ');
}

/** `2026-05-01 08:00:00` in the reader's time zone. Swedish writes dates in the order of ISO 8601. */
const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });

function localTime(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : clock.format(time);
}
