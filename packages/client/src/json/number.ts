/**
 * A JSON number that a JavaScript number can't hold to the last digit: `9007199254740993`, `1.50` (its scale would
 * go), `1e400`.
 *
 * It prints exactly (`` `${n}` ``, `JSON.stringify` writes the digits as a string); `Number(n)` rounds, and
 * `BigInt(n.text)` is exact for whole numbers.
 *
 * @example
 * ```ts
 * const total = parseJson('9007199254740993');
 * if (total instanceof JsonNumber) console.log(BigInt(total.text) + 1n); // 9007199254740994n
 * ```
 */
export class JsonNumber {
  /** @param text the number as JSON writes it. */
  constructor(
    /** The number as PostgreSQL wrote it, digit by digit. */
    readonly text: string,
  ) {}

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}

/** Whether the JavaScript number, written again, is the same text. */
export function holdsExactly(text: string): boolean {
  return String(Number(text)) === text;
}
