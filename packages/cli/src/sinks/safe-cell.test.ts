import { expect, test } from 'vitest';
import { safeCell } from './safe-cell.js';

test.each(['=1+1', '+1', '-1', '@sum(a1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠sum'])(
  'an apostrophe before %j',
  (value) => {
    expect(safeCell(value)).toBe(`'${value}`);
  },
);

test.each(['', 'a=1', ' =1', "'=1", '1-1', 'Анна', '"=1"', null])('%j as it is', (value) => {
  expect(safeCell(value)).toBe(value);
});
