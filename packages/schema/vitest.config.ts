import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** What the bundler's text loader does in the build: an imported .sql file is its text. */
const sqlText: Plugin = {
  name: 'sql-text',
  enforce: 'pre',
  transform(code, id) {
    return id.endsWith('.sql')
      ? { code: `export default ${JSON.stringify(code)};`, map: null }
      : undefined;
  },
};

export default defineConfig({
  plugins: [sqlText],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['@audit/test-db/global-setup'],
    testTimeout: 30_000,
    // A busy machine may take longer over what is awaited than the one second that is the default.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
  },
});
