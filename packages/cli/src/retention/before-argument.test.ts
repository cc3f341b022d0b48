import { expect, test } from 'vitest';
import { beforeArgument } from './before-argument.js';

test('an age is counted by the server, months as months', () => {
  expect(beforeArgument('12 months')).toEqual({ age: '12 months' });
  expect(beforeArgument('1 year ago')).toEqual({ age: '1 year' });
  expect(beforeArgument('90days')).toEqual({ age: '90 days' });
});

test('everything else is a time, as --since takes it', () => {
  expect(beforeArgument('2026-01-01T00:00:00.123456Z')).toEqual({
    time: '2026-01-01T00:00:00.123456Z',
  });
  expect(beforeArgument('2026-01-01')).toEqual({ time: expect.stringMatching(/^\d{4}-.*Z$/) });
  expect(() => beforeArgument('soon')).toThrow(/'12 months', 2026-05-01/);
});
