import { existsSync, readFileSync } from 'node:fs';

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

/** Runs `run` and returns its milliseconds. */
export const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await run();
  return performance.now() - from;
};

export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;

/** Runs `count` jobs, `width` at a time, and returns how many a second were done. */
export const ratePerSecond = async (
  count: number,
  width: number,
  job: (number: number) => Promise<unknown>,
): Promise<number> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const own = next;
      next += 1;
      await job(own);
    }
  };
  const milliseconds = await timed(() => Promise.all(Array.from({ length: width }, worker)));
  return (count / milliseconds) * 1000;
};

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
