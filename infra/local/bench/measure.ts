import { existsSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

/** Runs `run` and returns its milliseconds. */
export const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await run();
  return performance.now() - from;
};

const sorted = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other);
export const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)]!;
/** The smallest value that so large a part (0–1) of the values does not exceed. */
export const quantile = (values: readonly number[], part: number): number =>
  sorted(values)[Math.max(0, Math.ceil(values.length * part) - 1)]!;

/** Runs `count` jobs, numbered from 0, `width` at a time. */
export const inTurns = async (
  count: number,
  width: number,
  job: (number: number) => Promise<unknown>,
): Promise<void> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const own = next;
      next += 1;
      await job(own);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
};

/** Runs them and returns how many a second were done. */
export const ratePerSecond = async (...jobs: Parameters<typeof inTurns>): Promise<number> =>
  (jobs[0] / (await timed(() => inTurns(...jobs)))) * 1000;

/** Resident memory of a process in MB, and its peak, as Linux counts them; undefined on other systems. */
export const memoryOf = (pid: number): { now?: number | undefined; peak?: number | undefined } => {
  const path = `/proc/${pid}/status`;
  const status = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const read = (name: string): number | undefined => {
    const kilobytes = new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  };
  return { now: read('VmRSS'), peak: read('VmHWM') };
};
export const megabytes = (value: number | undefined): string => (value === undefined ? '–' : `${value} MB`);

/**
 * Carries out one measure and prints it on a line: what, how much, what is aimed at, and how busy the machine was in the
 * minute before.
 */
export const measure = async (what: string, aim: string, run: () => Promise<string>): Promise<void> => {
  const load = loadavg()[0]!.toFixed(2);
  console.log(`${what.padEnd(56)} ${(await run()).padEnd(48)} ${aim.padEnd(30)} load ${load}`);
};
