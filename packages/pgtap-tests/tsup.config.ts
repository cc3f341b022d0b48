import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/main.ts', 'src/worker.ts', 'src/write-fixture.ts', 'src/docker-build.ts'],
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  clean: true,
});
