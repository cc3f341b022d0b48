import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = fileURLToPath(new URL('src', import.meta.url));

export default defineConfig({
  resolve: {
    // The examples import the package by its name, as its users do.
    alias: [
      { find: /^@audit\/client$/, replacement: `${source}/index.ts` },
      { find: /^@audit\/client\/(.+)$/, replacement: `${source}/$1/index.ts` },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['@audit/test-db/global-setup'],
    testTimeout: 30_000,
    // A busy machine may take longer over what is awaited than the one second that is the default.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
  },
});
