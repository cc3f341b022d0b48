import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { timeArgument } from './time-argument.js';

const now = new Date(2026, 4, 10, 12, 30);
beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['2 hours ago', new Date(2026, 4, 10, 10, 30)],
  ['90m', new Date(2026, 4, 10, 11, 0)],
  ['30 s', new Date(2026, 4, 10, 12, 29, 30)],
  ['1 week ago', new Date(2026, 4, 3, 12, 30)],
  ['today', new Date(2026, 4, 10)],
  ['yesterday', new Date(2026, 4, 9)],
  ['2026-05-01', new Date(2026, 4, 1)],
  ['2026-05-01 08:15', new Date(2026, 4, 1, 8, 15)],
])('%s', (text, time) => {
  expect(timeArgument(text)).toEqual(time);
});

test('an exact time keeps its microseconds', () => {
  expect(timeArgument('2026-05-01T08:00:00.123456Z')).toBe('2026-05-01T08:00:00.123456Z');
});

test.each(['soon', '', '2026-13-01', '2026-05-01T25:00', '3 months ago'])('refuses %j', (text) => {
  expect(() => timeArgument(text)).toThrow(/It reads/);
});
