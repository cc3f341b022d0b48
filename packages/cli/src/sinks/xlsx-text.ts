/** Excel takes a file with a longer cell for a broken one. */
const longestCell = 32_767;

/**
 * A text as a cell of a workbook holds it. There `_x0041_` stands for the character U+0041: what looks like that gets its
 * first underscore written so, and so do the two characters that XML can't hold and the writer of the file lets through.
 */
export function xlsxText(text: string): string {
  return shortened(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\uFFFE\uFFFF]/g, (character) => (character === '\uFFFE' ? '_xFFFE_' : '_xFFFF_'));
}

/** Not within a character of two code units: half of one is none. */
function shortened(text: string): string {
  if (text.length <= longestCell) return text;
  return `${text.slice(0, longestCell - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
