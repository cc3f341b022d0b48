import manifest from '@audit/cli/package.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { chooseStyle } from '../src/output/style.js';
import { cli } from './cli.js';

const commands = [
  'install',
  'uninstall',
  'status',
  'track',
  'untrack',
  'log',
  'export',
  'tail',
  'maintain',
  'prune',
  'schedule',
  'demo',
  'print-sql',
];

test('--help names every command and the exit codes', async () => {
  const { code, stdout, stderr } = await cli(['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  expect(stdout).toContain('64  wrong usage');
});

test.each(commands)('%s --help', async (command) => {
  const { code, stdout, stderr } = await cli([command, '--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(`Usage: audit-cli ${command}`);
  expect(stdout).toContain('--json');
});

test('help <command> is the same', async () => {
  expect(await cli(['help', 'log'])).toEqual(await cli(['log', '--help']));
});

test('--version is that of the package', async () => {
  const { code, stdout } = await cli(['--version']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${manifest.version}\n` });
});

test.each([
  [['frobnicate']],
  [['--frobnicate']],
  [['status', '--frobnicate']],
  [['status', 'extra']],
  [['untrack']],
  [['install', '--engine', 'perl']],
  [['log', '--limit']],
  [['print-sql', '--drop-history']],
  [['prune']],
  [['prune', '--before', 'soon']],
  [['schedule', 'everything']],
  [['maintain', '--months-ahead', 'many']],
])('%j is wrong usage', async (args) => {
  const { code, stdout, stderr } = await cli(args);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toMatch(/^error: [^\n]+\n hint: [^\n]+\n$/);

  const json = await cli([...args, '--json']);
  expect(json.code).toBe(64);
  expect(JSON.parse(json.stderr)).toHaveProperty('error.message');
});

test('no command at all: the help, on stderr', async () => {
  const { code, stdout, stderr } = await cli([]);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toContain('Usage: audit-cli');
});

test('a mistyped option does not give its password away', async () => {
  const { stderr } = await cli(['status', '--databas-url=postgres://app:s3cret@h/d']);
  expect(stderr).not.toContain('s3cret');
});

test('colours: on a terminal, unless NO_COLOR or --no-color say otherwise', () => {
  const terminal = { isTTY: true };
  const colored = (...args: Parameters<typeof chooseStyle>) =>
    chooseStyle(...args).isColorSupported;
  expect(colored(terminal, undefined, {})).toBe(true);
  expect(colored({}, undefined, {})).toBe(false);
  expect(colored(terminal, undefined, { NO_COLOR: '1' })).toBe(false);
  expect(colored(terminal, undefined, { TERM: 'dumb' })).toBe(false);
  expect(colored(terminal, false, {})).toBe(false);
  expect(colored({}, true, {})).toBe(true);
});
