import { InvalidArgumentError, Option } from 'commander';

/** The option of every command that needs locks on the application's tables. */
export function lockTimeoutOption(): Option {
  return new Option('--lock-timeout <time>', 'longest wait for a lock, as PostgreSQL writes it')
    .default('5s')
    .argParser(lockTimeout);
}

function lockTimeout(text: string): string {
  if (!/^\d+(\.\d+)?\s*(us|ms|s|min|h|d)?$/.test(text)) {
    throw new InvalidArgumentError('It reads 500ms, 5s or 1min; 0 waits for ever.');
  }
  return text;
}
