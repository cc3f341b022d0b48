import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { xlsx } from './xlsx.js';
import { xlsxText } from './xlsx-text.js';

async function written(values: readonly (string | null)[]): Promise<unknown[]> {
  const chunks: Uint8Array[] = [];
  const input = {
    columns: ['value'],
    batches: (async function* () {
      yield values.map((value) => [value]);
    })(),
    begins: true,
    safeCells: false,
  };
  for await (const chunk of xlsx(input)) chunks.push(Buffer.from(chunk));
  const { sheets } = await readXlsx(Buffer.concat(chunks));
  return sheets[0]?.rows.slice(1).map(([value]) => value) ?? [];
}

test('a value comes out of a workbook as it went in', async () => {
  const values = [
    '_x0041_ is no A',
    '_x005F_x0041_x0042_',
    'a\u0001b\u000b',
    'line\r\nline\tend',
    ' Анна "Аня" <&> ',
    '9007199254740993.10',
    '2026-05-01',
    '\u{1F600}',
    '\uFFFE\uFFFF',
  ];
  expect(await written(values)).toEqual(values);
});

test('what XML can not hold is written as Excel writes it', () => {
  expect(xlsxText('a\uFFFEb\uFFFF')).toBe('a_xFFFE_b_xFFFF_');
});

test('a text longer than a cell is cut, and no character in half', () => {
  const longest = 'x'.repeat(32_767);
  expect(xlsxText(longest)).toBe(longest);
  expect(xlsxText(`${longest}x`)).toBe(`${'x'.repeat(32_766)}…`);
  expect(xlsxText(`${'x'.repeat(32_765)}\u{1F600}xx`)).toBe(`${'x'.repeat(32_765)}…`);
});
