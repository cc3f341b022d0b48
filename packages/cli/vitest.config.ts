import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['@audit/test-db/global-setup'],
    testTimeout: 30_000,
    // A busy machine may take longer over what is awaited than the one second that is the default.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
  },
});
