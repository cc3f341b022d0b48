import { basename, relative } from 'node:path';

/** How this command can be called again from here: it is not on everybody's PATH. */
export function invocation(script: string, directory: string): string {
  if (basename(script) !== 'audit-cli') return `node ${relative(directory, script)}`;
  return script.includes('node_modules') ? 'npx audit-cli' : 'audit-cli';
}
