import { afterAll, beforeAll } from 'vitest';
import { createDatabase, type DatabaseOptions, type TestDatabase } from './database.js';

/**
 * A database for the tests of the file, or of the `describe`, that calls it. It is dropped
 * afterwards, unless one of them failed and the server outlives the run: then it is kept to be
 * looked at.
 *
 * @example
 * const database = useDatabase();
 *
 * test('answers', async () => {
 *   const client = await database().connect();
 *   expect((await client.query('select 42 as answer')).rows).toEqual([{ answer: 42 }]);
 * });
 */
export function useDatabase(options: DatabaseOptions = {}): () => TestDatabase {
  let database: TestDatabase | undefined;

  beforeAll(async () => {
    database = await createDatabase(options);
  });

  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the parameter's destructuring pattern
  afterAll(async ({}, suite) => {
    if (database === undefined) return;
    if (hasFailed(suite) && database.server.outlivesRun) {
      await database.close();
      console.error(`kept for you to look at: ${masked(database.url)}`);
    } else {
      await database.drop();
    }
  });

  return () => {
    if (database === undefined) throw new Error('the database is there from beforeAll on');
    return database;
  };
}

interface Task {
  result?: { state: string };
  tasks?: Task[];
}

function hasFailed(task: Task): boolean {
  return task.result?.state === 'fail' || (task.tasks ?? []).some(hasFailed);
}

function masked(url: string): string {
  const copy = new URL(url);
  if (copy.password) copy.password = '***';
  return copy.href;
}
