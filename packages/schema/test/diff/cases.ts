import { readFileSync } from 'node:fs';
import type { JsonDiffType } from '../../src/plv8/diff.js';
import { firstMember, memberAt } from '../../src/plv8/parts.js';

/** Two documents as JSON text, null where the column is NULL. */
export interface DiffInput {
  type: JsonDiffType;
  key: string[] | null;
  before: string | null;
  after: string | null;
}

export interface DiffCase extends DiffInput {
  name: string;
  /** The diff as JSON text; null where the documents are equal. */
  expected: string | null;
}

/**
 * The cases in cases.jsonl. A document that a line does not have is SQL NULL, an `expected` that it
 * does not have is no diff. Documents are cut out as they stand: JSON.parse would lose digits.
 */
export function readCases(): DiffCase[] {
  const file = readFileSync(new URL('./cases.jsonl', import.meta.url), 'utf8');
  return file.trim().split('\n').map(toCase);
}

function toCase(line: string): DiffCase {
  const member = (name: string) => memberText(line, name);
  return {
    name: JSON.parse(member('name') ?? '""'),
    type: JSON.parse(member('type') ?? '""'),
    key: JSON.parse(member('key') ?? 'null'),
    before: member('before'),
    after: member('after'),
    expected: member('expected'),
  };
}

function memberText(line: string, name: string): string | null {
  let member = memberAt(line, firstMember);
  while (member !== null && member.name !== `"${name}"`) member = memberAt(line, member.next);
  return member?.value ?? null;
}
