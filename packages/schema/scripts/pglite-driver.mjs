import { PGlite } from '@electric-sql/pglite';

/** A fresh embedded database and an SqlDriver over it, for the scripts of this package. */
export async function openDatabase() {
  const database = await PGlite.create();
  const sessionOver = (connection) => ({
    async query(text, params) {
      if (params !== undefined) return connection.query(text, params);
      const results = await connection.exec(text);
      return { rows: results.at(-1)?.rows ?? [] };
    },
  });
  const driver = {
    ...sessionOver(database),
    transaction: (work) => database.transaction((transaction) => work(sessionOver(transaction))),
  };
  return { driver, close: () => database.close() };
}
