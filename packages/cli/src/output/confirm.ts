import { createInterface } from 'node:readline/promises';

/** Asks a yes-or-no question on the terminal; anything but y or yes means no, and so does leaving it (Ctrl-C, Ctrl-D). */
export async function confirm(
  question: string,
  streams: { stdin: NodeJS.ReadableStream; stderr: NodeJS.WritableStream },
): Promise<boolean> {
  const lines = createInterface({ input: streams.stdin, output: streams.stderr });
  const left = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  const asked = lines.question(`${question} [y/N] `).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
    streams.stderr.write('\n');
    return '';
  });
  try {
    return /^\s*y(es)?\s*$/i.test(await Promise.race([asked, left]));
  } finally {
    lines.close();
  }
}
