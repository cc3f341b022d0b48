/**
 * Writes fixtures/<version>.sql, the script that installs the schema as this version does. Run it
 * once for each release; what is released does not change any more.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installScript, VERSION } from '@audit/schema';
import { packageFolder } from './files.js';

const file = join(packageFolder, 'fixtures', `${VERSION}.sql`);
const head =
  '-- Written by `npm run fixture -w @audit/pgtap-tests`: the install of this version.\n';
writeFileSync(file, head + (await installScript(null)));
console.log(`wrote ${file}`);
