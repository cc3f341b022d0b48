import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a scratch cluster adds to initdb's postgresql.conf. */
export function scratchSettings(bin: string, directory: string, port: number): string {
  const settings = [
    "listen_addresses = '127.0.0.1'",
    `port = ${port}`,
    `unix_socket_directories = '${directory}'`,
    "timezone = 'UTC'",
    // Nothing here has to survive a crash.
    'fsync = off',
    'synchronous_commit = off',
    'full_page_writes = off',
    'shared_buffers = 256MB',
    'max_connections = 200',
    'max_worker_processes = 16',
    'max_prepared_transactions = 10',
  ];
  if (hasLibrary(bin, 'pg_cron')) {
    settings.push(
      "shared_preload_libraries = 'pg_cron'",
      "cron.database_name = 'postgres'",
      // Jobs then need no connection of their own, hence no password.
      'cron.use_background_workers = on',
    );
  }
  return `${settings.join('\n')}\n`;
}

function hasLibrary(bin: string, name: string): boolean {
  return ['lib', 'lib/postgresql'].some((folder) =>
    existsSync(join(bin, '..', folder, `${name}.so`)),
  );
}
