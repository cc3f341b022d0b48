import { type TestDatabase, useDatabase } from '@audit/test-db';
import { install } from '../../src/index.js';
import { driverOver } from './driver.js';

/** A database with the schema installed, for the test file that calls it. */
export function useInstalled(): () => TestDatabase {
  return useDatabase({
    prepare: {
      name: 'schema installed',
      run: async (client) => {
        await install(driverOver(client));
      },
    },
  });
}
