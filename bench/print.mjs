import { circumstances, tablesOf } from './figures.mjs';

function plain({ title, head, rows }) {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column].length)),
  );
  const line = (row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
      )
      .join('  ')
      .trimEnd();
  return [title, '', ...[head, ...rows].map(line)].filter((text, at) => text || at < 2).join('\n');
}

function markdown({ title, head, rows }) {
  const line = (row) => `| ${row.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [`### ${title}`, '', ...[head, rule, ...rows].map(line)].join('\n');
}

export const asText = (results) =>
  [...circumstances(results), ...tablesOf(results).map(plain)].join('\n\n');

export const asMarkdown = (results) =>
  [...circumstances(results), ...tablesOf(results).map(markdown)].join('\n\n');
