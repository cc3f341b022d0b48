import type { WriteStream } from 'node:tty';
import type { AuditError } from '@audit/schema';
import { redact } from '../errors/redact.js';
import { toJson } from './json.js';
import { printable } from './printable.js';
import { chooseStyle, type Style } from './style.js';

/** A stream that may be a terminal. */
export type OutputStream = NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;

export interface OutputOptions {
  readonly json?: boolean | undefined;
  readonly color?: boolean | undefined;
  readonly verbose?: boolean | undefined;
}

/** Where a command writes: data to stdout, everything said about it to stderr. */
export class Output {
  /** Colours for stdout. */
  readonly style: Style;
  /** Whether stdout gets JSON instead of text. */
  readonly json: boolean;
  readonly #errorStyle: Style;
  readonly #verbose: boolean;

  constructor(
    private readonly stdout: OutputStream,
    private readonly stderr: OutputStream,
    env: NodeJS.ProcessEnv,
    options: OutputOptions,
  ) {
    this.json = options.json ?? false;
    this.style = chooseStyle(stdout, options.color, env);
    this.#errorStyle = chooseStyle(stderr, options.color, env);
    this.#verbose = Boolean(options.verbose || env.DEBUG);
  }

  /** Characters per line; unlimited where nobody looks at lines. */
  get width(): number {
    return this.stdout.isTTY ? this.stdout.columns || 80 : Number.POSITIVE_INFINITY;
  }

  /** The result: the document with `--json`, else what `text` makes of it. */
  result(document: unknown, text: (style: Style) => string): void {
    this.data(this.json ? toJson(document, '  ') : text(this.style));
  }

  /** One line (or several) of data. */
  data(text: string): void {
    this.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** What to know or to try next; not part of the data, and left out of a `--json` run. */
  note(text: (style: Style) => string): void {
    if (!this.json) this.stderr.write(`${text(this.#errorStyle)}\n`);
  }

  /** There is more to read: where it goes on. */
  more(cursor: string): void {
    if (this.json) this.stderr.write(`${toJson({ next: { after: cursor } })}\n`);
    else this.note(({ dim }) => dim(`There is more: add --after ${cursor}`));
  }

  /** What went wrong and what to do: two lines, or one JSON document. */
  failure(error: AuditError): void {
    const message = redact(error.message);
    const hint = error.hint === undefined ? undefined : redact(error.hint);
    if (this.json) {
      const document = { error: { code: error.code ?? null, message, hint: hint ?? null } };
      this.stderr.write(`${toJson(document)}\n`);
    } else {
      const { red, bold, dim } = this.#errorStyle;
      this.stderr.write(`${red(bold('error:'))} ${printable(message)}\n`);
      if (hint !== undefined) this.stderr.write(`${dim(' hint:')} ${printable(hint)}\n`);
    }
    if (this.#verbose) this.stderr.write(`${redact(traces(error).join('\ncaused by '))}\n`);
  }
}

function traces(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return [error.stack ?? String(error), ...traces(error.cause)];
}
