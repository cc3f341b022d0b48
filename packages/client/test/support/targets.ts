import { install } from '@audit/schema';
import { type Preparation, useDatabase } from '@audit/test-db';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe } from 'vitest';
import type { AuditDriver } from '../../src/index.js';
import { nodePostgres } from '../../src/node-postgres/index.js';
import { pglite } from '../../src/pglite/index.js';

/** A database with the audit schema in it. */
export const installed: Preparation = {
  name: 'client: installed',
  run: async (client) => {
    await install(nodePostgres(client));
  },
};

/** Runs the same tests over each adapter, on a database of their own with the audit schema installed. */
export function describeDrivers(title: string, tests: (driver: () => AuditDriver) => void): void {
  describe(`${title} (node-postgres pool)`, () => {
    const database = useDatabase({ prepare: installed });
    let driver: AuditDriver;
    beforeAll(() => {
      driver = nodePostgres(database().pool({ max: 4 }));
    });
    tests(() => driver);
  });

  describe(`${title} (node-postgres client)`, () => {
    const database = useDatabase({ prepare: installed });
    let driver: AuditDriver;
    beforeAll(async () => {
      driver = nodePostgres(await database().connect());
    });
    tests(() => driver);
  });

  describe(`${title} (PGlite)`, () => {
    let db: PGlite;
    let driver: AuditDriver;
    beforeAll(async () => {
      db = await PGlite.create();
      driver = pglite(db);
      await install(driver);
    });
    afterAll(() => db.close());
    tests(() => driver);
  });
}
