import type { TestDatabase } from '@audit/test-db';
import type pg from 'pg';
import { beforeAll } from 'vitest';
import { useInstalled } from './installed.js';

/** A database with the schema installed and one connection to it, for the test file that calls it. */
export function useAudited(): { database: () => TestDatabase; client: () => pg.Client } {
  const database = useInstalled();
  let client: pg.Client | undefined;
  beforeAll(async () => {
    client = await database().connect();
  });
  return {
    database,
    client() {
      if (client === undefined) throw new Error('the connection is there from beforeAll on');
      return client;
    },
  };
}
