import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import type pg from 'pg';

/** A directory on the server, made and looked at by the server's own user. */
export interface Place {
  readonly path: string;
  /** The names in it, the hidden ones too. */
  names(): Promise<string[]>;
  /** The bytes of a file, by its name or its whole path. */
  read(name: string): Promise<Buffer>;
  /** Runs a shell command in it. */
  shell(command: string): Promise<void>;
}

/** A new directory below /tmp, where exports are allowed by default. A scratch cluster takes it away with its own. */
export async function makePlace(client: pg.Client): Promise<Place> {
  const { rows: settings } = await client.query<{ data: string }>(
    `select current_setting('data_directory') as data`,
  );
  const cluster = dirname(settings[0]?.data as string);
  const parent = cluster.startsWith('/tmp/audit-test-pg-') ? cluster : '/tmp';
  const path = `${parent}/audit-export-${randomUUID()}`;
  const run = (command: string) =>
    client.query(
      `copy (select where false) to program ${client.escapeLiteral(`umask 022; ${command}`)}`,
    );
  await run(`mkdir ${path}`);
  return {
    path,
    async names() {
      const { rows } = await client.query<{ name: string }>(
        'select name from pg_ls_dir($1) as name order by name collate "C"',
        [path],
      );
      return rows.map(({ name }) => name);
    },
    async read(name) {
      const file = name.startsWith('/') ? name : `${path}/${name}`;
      const { rows } = await client.query<{ content: Buffer }>(
        'select pg_read_binary_file($1) as content',
        [file],
      );
      return rows[0]?.content as Buffer;
    },
    async shell(command) {
      await run(`cd ${path} && { ${command}; }`);
    },
  };
}
