import type { FoundServer } from './find-server.js';
import type { TestServer } from './server.js';

/** Which part of the system nobody tests when the server lacks an extension. */
const testedWith: Record<string, string> = {
  plv8: 'the plv8 engine of the JSON diffs',
  pg_cron: 'scheduled exports and maintenance',
  plpgsql_check: 'the static check of the PL/pgSQL functions',
};

/** Says loudly what the tests run on, since what they prove depends on it. */
export function announcement(server: TestServer, found: FoundServer): string {
  const lines = [`Tests run on PostgreSQL ${server.version} (${server.kind}: ${found.origin})`];
  for (const [extension, part] of Object.entries(testedWith)) {
    if (!server.extensions.includes(extension)) {
      lines.push(`NOT TESTED, for want of ${extension}: ${part}`);
    }
  }
  if (found.directory && server.outlivesRun) lines.push(...leftBehind(found.directory));
  const rule = '═'.repeat(Math.max(...lines.map((line) => line.length)));
  return ['', rule, ...lines, rule, ''].join('\n');
}

function leftBehind(directory: string): string[] {
  return [
    'The server stays after the run (AUDIT_TEST_KEEP=1):',
    `  password: ${directory}/password`,
    `  to stop:  kill -INT $(head -1 ${directory}/data/postmaster.pid) && rm -r ${directory}`,
  ];
}
