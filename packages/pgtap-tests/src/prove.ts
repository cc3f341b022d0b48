import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { TestFile } from './files.js';
import type { FileResult } from './results.js';
import type { Session } from './session.js';
import { readTap } from './tap.js';

/** Runs a file with pg_prove in a container, which takes it from standard input. */
export async function proveIn(
  container: string,
  file: TestFile,
  session: Session,
): Promise<FileResult> {
  const began = Date.now();
  const prove = spawn(
    'docker',
    [
      ...['exec', '--interactive', container, 'sh', '-c'],
      // pg_prove wants a file of that name; each has a folder of its own.
      'folder=$(mktemp -d) && cat >"$folder/test.sql" && pg_prove --verbose --dbname "$0" "$folder/test.sql"; result=$?; rm -r "$folder"; exit $result',
      session.database,
    ],
    { stdio: 'pipe' },
  );
  prove.stdin.end(file.script);
  const [output, errors, exitCode] = await Promise.all([
    text(prove.stdout),
    text(prove.stderr),
    new Promise<number>((resolve) => prove.once('close', (code) => resolve(code ?? 1))),
  ]);
  const outcome = readTap(output);
  const unexplained = exitCode !== 0 && outcome.failed === 0 ? 1 : 0;
  return {
    file: file.name,
    ...outcome,
    failed: outcome.failed + unexplained,
    problems: [...outcome.problems, ...(exitCode === 0 ? [] : [errors.trim()])],
    milliseconds: Date.now() - began,
  };
}
