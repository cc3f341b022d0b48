import { defineConfig } from 'tsup';

export default defineConfig({
  // One entry for each adapter, so that neither driver is needed by a service that uses the other.
  entry: {
    index: 'src/index.ts',
    'node-postgres': 'src/node-postgres/index.ts',
    pglite: 'src/pglite/index.ts',
  },
  format: 'esm',
  target: 'node20',
  dts: true,
  sourcemap: true,
  clean: true,
});
