import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts'],
  format: 'esm',
  target: 'node20',
  dts: true,
  sourcemap: true,
  clean: true,
  // The SQL travels inside the bundle, so that installing needs no files beside it.
  loader: { '.sql': 'text' },
});
