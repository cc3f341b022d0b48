/**
 * The statements of a script, as psql would send them: one at a time, so that `current_query()` and
 * `statement_timestamp()` are each statement's own. Knows strings, quoted names, dollar quotes and
 * comments; no psql commands, and no `begin atomic` bodies.
 */
export function splitStatements(script: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let at = 0;
  while (at < script.length) {
    if (script[at] === ';') {
      statements.push(script.slice(start, at));
      start = at + 1;
    }
    at = endOfToken(script, at);
  }
  statements.push(script.slice(start));
  return statements.map((statement) => statement.trim()).filter((text) => !isOnlyComments(text));
}

const tokens = [
  /--[^\n]*/y,
  // E'…' knows backslashes, '…' does not. A doubled quote is two strings in a row, to the same effect.
  /\b[eE]'(?:[^'\\]|\\[\s\S])*'/y,
  /'[^']*'/y,
  /"[^"]*"/y,
  /\$((?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?)\$[\s\S]*?\$\1\$/y,
  // So that the e of a word's end, or a $ within it, begins nothing.
  /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y,
];

function endOfToken(script: string, at: number): number {
  if (script.startsWith('/*', at)) return endOfBlockComment(script, at);
  for (const token of tokens) {
    token.lastIndex = at;
    if (token.test(script)) return token.lastIndex;
  }
  return at + 1;
}

/** Block comments nest. */
function endOfBlockComment(script: string, at: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = at;
  let depth = 0;
  for (let mark = marks.exec(script); mark !== null; mark = marks.exec(script)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return script.length;
}

function isOnlyComments(text: string): boolean {
  return text.replace(/--[^\n]*/g, '').trim() === '';
}
