import { extname } from 'node:path';
import { csv } from '../sinks/csv.js';
import { jsonl } from '../sinks/jsonl.js';
import type { Sink } from '../sinks/sink.js';
import { xlsx } from '../sinks/xlsx.js';

export const formats = ['csv', 'jsonl', 'xlsx'] as const;
export type Format = (typeof formats)[number];

export const sinks: Record<Format, Sink> = { csv, jsonl, xlsx };

/** The format that was asked for, else the one that the file's name ends with. */
export function formatOf(
  wanted: Format | undefined,
  file: string | undefined,
  otherwise: Format,
): Format {
  if (wanted !== undefined) return wanted;
  const extension = extname(file ?? '').slice(1);
  return formats.find((format) => format === extension) ?? otherwise;
}
