import { readFileSync, writeFileSync } from 'node:fs';
import { picture } from './picture.mjs';
import { asMarkdown } from './print.mjs';

const docs = new URL('../docs/', import.meta.url);
const document = new URL('benchmarks.md', docs);
const begin = '<!-- figures: written by npm run bench -- --write -->';
const end = '<!-- end of the figures -->';

/** Renews the figures and the picture; what stands around them is written by hand. */
export function writeDocs(results) {
  const text = readFileSync(document, 'utf8');
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`docs/benchmarks.md has lost the line '${begin}'`);
  const figures = `${begin}\n\n${asMarkdown(results)}\n\n`;
  writeFileSync(document, text.slice(0, from) + figures + text.slice(to));
  writeFileSync(new URL('benchmarks.svg', docs), picture(results));
}
