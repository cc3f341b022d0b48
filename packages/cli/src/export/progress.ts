import { type Options, SingleBar } from 'cli-progress';
import type { OutputStream } from '../output/output.js';

/** How far an export has come: rows, and rows a second. Only where somebody is looking. */
export interface Progress {
  add(rows: number): void;
  stop(): void;
}

const settings: Options = {
  format: '{bar} {value} rows  {speed} rows/s  {duration_formatted}',
  hideCursor: true,
  clearOnComplete: true,
  etaBuffer: 100,
};

const withTotal =
  '{bar} {percentage} %  {value} of {total} rows  {speed} rows/s  {eta_formatted} to go';

/**
 * @param total rows to come, where that is known.
 */
export function showProgress(stream: OutputStream, total: number | undefined): Progress {
  if (!stream.isTTY) return { add() {}, stop() {} };
  const format =
    total === undefined ? settings.format?.toString().replace('{bar} ', '') : withTotal;
  const bar = new SingleBar({ ...settings, format, stream });
  const began = performance.now();
  let rows = 0;
  bar.start(total ?? 0, 0, { speed: '–' });
  return {
    add(count) {
      rows += count;
      const speed = Math.round(rows / Math.max(0.001, (performance.now() - began) / 1000));
      bar.update(rows, { speed });
    },
    stop: () => bar.stop(),
  };
}
