import { expect, test } from 'vitest';
import { script } from '../sql/statement.js';
import { columnList } from './column-list.js';
import { jsonColumn } from './json-column.js';
import { trackStatement } from './track-statement.js';

test('what is not given is left to the database', () => {
  expect(trackStatement('shop.orders', {})).toEqual({
    text: 'select audit.track($1::regclass)',
    values: ['shop.orders'],
  });
});

test('values are sent beside the statement, and written into a script', () => {
  const statement = trackStatement('shop.orders', {
    key: false,
    mask: columnList('a, b'),
    jsonColumn: jsonColumn('lines=objectArray:sku,lot', jsonColumn('profile=object')),
    logQuery: false,
  });
  expect(statement).toEqual({
    text: `select audit.track($1::regclass,
  key => $2::text[],
  masked => $3::text[],
  json_columns => $4::jsonb,
  log_query => $5::boolean)`,
    values: [
      'shop.orders',
      [],
      ['a', 'b'],
      '{"profile":"object","lines":{"type":"objectArray","key":["sku","lot"]}}',
      false,
    ],
  });
  expect(script([statement])).toBe(`begin;
select audit.track('shop.orders'::regclass,
  key => '{}'::text[],
  masked => array['a', 'b']::text[],
  json_columns => '{"profile":"object","lines":{"type":"objectArray","key":["sku","lot"]}}'::jsonb,
  log_query => false::boolean);
commit;
`);
});

test('lists of columns add up; an array as PostgreSQL writes it is left alone', () => {
  expect(columnList('c', columnList('a, b,'))).toEqual(['a', 'b', 'c']);
  expect(columnList('{a,"b,c"}')).toBe('{a,"b,c"}');
});

test('what is no column with a type is refused', () => {
  expect(() => jsonColumn('profile')).toThrow(/It reads/);
});
