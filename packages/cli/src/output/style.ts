import picocolors from 'picocolors';

/** The colours of one stream: real ones on a terminal, none elsewhere. */
export type Style = ReturnType<typeof picocolors.createColors>;

/**
 * @param wish `--color` (true), `--no-color` (false), or neither.
 */
export function chooseStyle(
  stream: { isTTY?: boolean },
  wish: boolean | undefined,
  env: NodeJS.ProcessEnv,
): Style {
  const byDefault = Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb';
  return picocolors.createColors(wish ?? byDefault);
}
