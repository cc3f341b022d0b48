import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installScript } from '@audit/schema';
import { docker } from './docker.js';
import { packageFolder } from './files.js';

const folder = join(packageFolder, '..', '..', 'docker');

/**
 * Builds docker/Dockerfile with today's schema in it. AUDIT_TEST_BASE_IMAGE and
 * AUDIT_TEST_BASE_PG_MAJOR build it on another base.
 */
export async function buildImage(tag: string): Promise<void> {
  writeFileSync(join(folder, 'install.sql'), await installScript(null, { engine: 'plv8' }));
  await docker('build', '--tag', tag, ...buildArguments(), folder);
}

function buildArguments(): string[] {
  const { AUDIT_TEST_BASE_IMAGE: base, AUDIT_TEST_BASE_PG_MAJOR: major } = process.env;
  return [
    ...(base ? ['--build-arg', `BASE_IMAGE=${base}`] : []),
    ...(major ? ['--build-arg', `PG_MAJOR=${major}`] : []),
  ];
}
