import { createInterface } from 'node:readline/promises';

/** Asks a yes-or-no question on the terminal; anything but y or yes means no. */
export async function confirm(
  question: string,
  streams: { stdin: NodeJS.ReadableStream; stderr: NodeJS.WritableStream },
): Promise<boolean> {
  const lines = createInterface({ input: streams.stdin, output: streams.stderr });
  try {
    return /^\s*y(es)?\s*$/i.test(await lines.question(`${question} [y/N] `));
  } finally {
    lines.close();
  }
}
