import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { confirm } from './confirm.js';

test.each([
  ['y\n', true],
  [' YES \n', true],
  ['n\n', false],
  ['\n', false],
  ['yesterday\n', false],
])('%j', async (answer, wanted) => {
  const { stdin, stderr } = streams();
  stdin.write(answer);
  expect(await confirm('Sure?', { stdin, stderr })).toBe(wanted);
  expect(String(stderr.read())).toContain('Sure? [y/N] ');
});

test('no answer is no', async () => {
  const { stdin, stderr } = streams();
  stdin.end();
  expect(await confirm('Sure?', { stdin, stderr })).toBe(false);
});

test.each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])('%s is no', async (_, key) => {
  const { stdin, stderr } = streams();
  // What makes readline read single keys.
  Object.assign(stderr, { isTTY: true, columns: 80 });
  stdin.write(key);
  expect(await confirm('Sure?', { stdin, stderr })).toBe(false);
});

function streams(): { stdin: PassThrough; stderr: PassThrough } {
  return { stdin: new PassThrough(), stderr: new PassThrough() };
}
