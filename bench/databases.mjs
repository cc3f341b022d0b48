import pg from 'pg';

/** Databases on the one server, under this run's name. */
export function databasesOn(server) {
  const prefix = `audit_bench_${process.pid}_`;
  const made = new Set();

  const urlOf = (name) => {
    const url = new URL(server.url);
    if (name !== undefined) url.pathname = `/${prefix}${name}`;
    return url.href;
  };

  async function onServer(sql) {
    const client = new pg.Client({ connectionString: urlOf() });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  return {
    urlOf,
    async create(name, { from } = {}) {
      const template = from === undefined ? 'template1' : prefix + from;
      await onServer(`create database ${prefix}${name} template ${template}`);
      made.add(name);
    },
    async drop(name) {
      await onServer(`drop database if exists ${prefix}${name} with (force)`);
      made.delete(name);
    },
    async dropAll() {
      for (const name of [...made]) await this.drop(name);
    },
    async connect(name) {
      const client = new pg.Client({ connectionString: urlOf(name) });
      // After a failure the databases are dropped under their connections: without a listener that would be the error
      // that is reported, in place of the first one.
      client.on('error', () => {});
      await client.connect();
      return client;
    },
    /** Runs with one connection to a database, and none to it afterwards, so that it can be cloned. */
    async prepare(name, run) {
      const pool = new pg.Pool({ connectionString: urlOf(name), max: 1 });
      try {
        await run(pool);
      } finally {
        await pool.end();
      }
    },
  };
}
