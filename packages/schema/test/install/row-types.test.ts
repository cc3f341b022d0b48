import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('the row types are those of the schema that is built', { timeout: 120_000 }, async () => {
  const script = fileURLToPath(new URL('../../scripts/generate-rows.mjs', import.meta.url));
  const { stderr } = await promisify(execFile)(process.execPath, [script, '--check']);
  expect(stderr).toBe('');
});
