/**
 * Tests one server, in a process of its own: the harness holds one server a process. It is told
 * what to do in its first argument, and reports over the channel to its parent.
 */

import { openCluster } from './cluster.js';
import { openPglite } from './embedded-pglite.js';
import { countCalls, readCalls } from './exercised.js';
import { findTestFiles, type TestFile } from './files.js';
import { type Job, jobsFor, leftOut } from './jobs.js';
import { proveIn } from './prove.js';
import type { FileResult, WorkerMessage } from './results.js';
import { runFile } from './run-file.js';
import type { Server, Session } from './session.js';

/** What a worker is started with. */
export interface Assignment {
  kind: 'cluster' | 'pglite' | 'image';
  /** Words to choose files by; none for all. */
  words: string[];
  /** Where to run pg_prove: the container's id. */
  container?: string;
}

const assignment = JSON.parse(process.argv[2] ?? '{}') as Assignment;
const filesAtOnce = assignment.kind === 'pglite' ? 1 : 2;

try {
  const server = await (assignment.kind === 'pglite' ? openPglite() : openCluster());
  try {
    await testServer(server);
  } finally {
    await server.close();
  }
} catch (error) {
  tell({ kind: 'broken', reason: String((error as Error).stack ?? error) });
}
process.disconnect();

async function testServer(server: Server): Promise<void> {
  tell({ kind: 'server', label: assignment.kind === 'image' ? 'image' : server.label });
  const jobs = jobsFor(server, findTestFiles(assignment.words));
  const next = jobs.values();
  await Promise.all(
    Array.from({ length: filesAtOnce }, async () => {
      for (const job of next) {
        tell({ kind: 'file', result: leftOut(job, server) ?? (await runJob(job, server)) });
      }
    }),
  );
}

async function runJob({ file, template }: Job, server: Server): Promise<FileResult> {
  const session = await server.open(template);
  let failed = true;
  try {
    const { container } = assignment;
    const result = container
      ? await proveIn(container, file, session)
      : await runCounting(file, session, server);
    failed = result.failed > 0;
    return result;
  } finally {
    await session.close(failed);
  }
}

async function runCounting(file: TestFile, session: Session, server: Server): Promise<FileResult> {
  if (server.majorVersion < 15) return runFile(file, session);
  await countCalls(session);
  const result = await runFile(file, session);
  tell({ kind: 'calls', functions: await readCalls(session) });
  return result;
}

function tell(message: WorkerMessage): void {
  process.send?.(message);
}
