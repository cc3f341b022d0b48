/** How a command ended. Only main.ts hands one of these to the process. */
export const exitCodes = {
  fine: 0,
  error: 1,
  /** `status` found something to do. */
  todo: 2,
  /** The command line itself is wrong; the number is sysexits' EX_USAGE. */
  usage: 64,
} as const;

export const exitCodesHelp = `Exit codes:
  0   fine
  1   error
  2   status found something to do
  64  wrong usage`;
