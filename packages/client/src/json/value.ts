import type { JsonNumber } from './number.js';

/**
 * A JSON value that has lost nothing. A number is a plain `number` where that is exact to the last digit, and a
 * {@link JsonNumber} where it is not.
 */
export type JsonValue =
  | null
  | boolean
  | number
  | JsonNumber
  | string
  | JsonValue[]
  | { [member: string]: JsonValue };

/** A JSON object that has lost nothing. */
export type JsonObject = { [member: string]: JsonValue };

/**
 * Whether a value is a JSON object: neither null, nor an array, nor a number that is kept as an object.
 *
 * @param value what {@link parseJson} gave.
 * @returns whether it has members.
 *
 * @example
 * ```ts
 * const value = parseJson('{"city": "Oslo"}');
 * if (isJsonObject(value)) console.log(value.city);
 * ```
 */
export function isJsonObject(value: JsonValue): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    // By its shape, so that this module needs no other at run time, and two copies of it agree.
    Object.getPrototypeOf(value) === Object.prototype
  );
}
