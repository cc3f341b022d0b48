import { stringifyJson } from '@audit/client';
import { printableJson } from './printable.js';

/** JSON with every digit of every number, and nothing in it that a terminal would obey. */
export function toJson(value: unknown, indent?: string): string {
  return printableJson(stringifyJson(value, indent));
}
