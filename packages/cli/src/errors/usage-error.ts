import { AuditError } from '@audit/schema';
import type { CommanderError } from 'commander';

/** The command line asks for something that makes no sense: exit code 64. */
export class UsageError extends AuditError {}

/** What commander found wrong, in our own form. */
export function usageErrorOf(error: CommanderError): UsageError {
  const message = error.code === 'commander.help' ? 'no command given' : error.message;
  return new UsageError(message.replace(/^error: /, ''), {
    hint: 'Run `audit-cli --help`, or `audit-cli help <command>`.',
    cause: error,
  });
}
