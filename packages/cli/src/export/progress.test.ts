import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { showProgress } from './progress.js';

function shown(isTTY: boolean, total: number | undefined): string {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 120 });
  const progress = showProgress(stream as never, total);
  progress.add(600);
  progress.add(400);
  progress.stop();
  return String(stream.read() ?? '');
}

test('on a terminal: how far it has come, of how many where that is known', () => {
  expect(shown(true, 2000)).toMatch(/of 2000 rows/);
  const open = shown(true, undefined);
  expect(open).toMatch(/\d+ rows .* rows\/s/);
  expect(open).not.toContain('%');
});

test('nothing where nobody looks on', () => {
  expect(shown(false, 2000)).toBe('');
});
