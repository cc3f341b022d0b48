import { nodePostgres } from '@audit/client/node-postgres';
import { createDatabase, takeServer } from '@audit/test-db';
import type pg from 'pg';
import type { Server, Session } from './session.js';

/** The server that the environment names (AUDIT_TEST_…), each file on a clone of a template. */
export async function openCluster(): Promise<Server> {
  const { server, release } = await takeServer();
  return {
    label: `${server.version.split(' ')[0]} ${server.kind}`,
    majorVersion: server.majorVersion,
    extensions: server.extensions,
    pglite: false,
    async open({ name, prepare }) {
      const database = await createDatabase({
        prepare: { name, run: (client) => prepare(sessionOn(client)) },
      });
      return sessionOn(await database.connect(), async (failed) => {
        await (failed && server.outlivesRun ? database.close() : database.drop());
      });
    },
    close: release,
  };
}

function sessionOn(client: pg.Client, close: Session['close'] = async () => {}): Session {
  return {
    database: client.database ?? '',
    driver: nodePostgres(client),
    async run(sql) {
      const result = await client.query<string[]>({ text: sql, rowMode: 'array', types: asText });
      return [result].flat().flatMap(({ rows }) => rows.map((row) => row.join('|')));
    },
    close,
  };
}

const asText = { getTypeParser: () => (value: string) => value } as pg.CustomTypesConfig;
