import { fork } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startImage } from './image.js';
import type { ServerResult, WorkerMessage } from './results.js';
import type { ServerChoice } from './servers.js';
import type { Assignment } from './worker.js';

const workerFile = fileURLToPath(new URL('./worker.js', import.meta.url));

/** Runs the suite on one server and gathers what its worker tells. */
export async function testServer(choice: ServerChoice, words: string[]): Promise<ServerResult> {
  const began = Date.now();
  const result: ServerResult = {
    label: choice.name,
    files: [],
    functions: [],
    milliseconds: 0,
  };
  try {
    if (choice.kind === 'image') await testImage(words, result);
    else await runWorker({ kind: choice.kind, words }, environmentFor(choice), result);
  } catch (error) {
    result.broken = (error as Error).message;
  }
  return { ...result, milliseconds: Date.now() - began };
}

async function testImage(words: string[], result: ServerResult): Promise<void> {
  const image = await startImage();
  if ('absent' in image) {
    result.absent = image.absent;
    return;
  }
  try {
    const { container, url } = image;
    const given = { AUDIT_TEST_PG: 'env', AUDIT_TEST_DATABASE_URL: url };
    await runWorker({ kind: 'image', words, container }, withoutServer(given), result);
  } finally {
    await image.stop();
  }
}

/** `local` takes the server of the run that we are part of; an embedded one is always its own. */
function environmentFor({ name, environment }: ServerChoice): NodeJS.ProcessEnv {
  return name === 'local' ? process.env : withoutServer(environment);
}

/** Our environment, with other settings for the harness than those that we were given. */
function withoutServer(settings: Record<string, string>): NodeJS.ProcessEnv {
  const { AUDIT_TEST_SERVER, AUDIT_TEST_DATABASE_URL, ...others } = process.env;
  return { ...others, ...settings };
}

async function runWorker(
  assignment: Assignment,
  environment: NodeJS.ProcessEnv,
  result: ServerResult,
): Promise<void> {
  const worker = fork(workerFile, [JSON.stringify(assignment)], {
    env: environment,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  worker.on('message', (message) => take(message as WorkerMessage, result));
  const [errors, [exitCode]] = await Promise.all([
    worker.stderr ? text(worker.stderr) : '',
    once(worker, 'close'),
  ]);
  if (exitCode !== 0) result.broken ??= `its worker ended with exit code ${exitCode}:\n${errors}`;
}

function take(message: WorkerMessage, result: ServerResult): void {
  switch (message.kind) {
    case 'server':
      result.label = message.label;
      break;
    case 'file':
      result.files.push(message.result);
      break;
    case 'calls':
      result.functions.push(...message.functions);
      break;
    case 'broken':
      result.broken = message.reason;
  }
}
