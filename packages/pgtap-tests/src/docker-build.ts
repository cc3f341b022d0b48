/** `npm run docker:build`: the image, as compose.yaml and the documentation call it. */

import { buildImage } from './build-image.js';
import { missingEngine } from './docker.js';

const missing = await missingEngine();
if (missing) {
  console.error(`The image was not built: ${missing}.`);
  process.exitCode = 1;
} else {
  await buildImage('audit-postgres');
  console.log('built audit-postgres');
}
