import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/** The smallest value that so large a part (0–1) of the values does not exceed. */
const quantile = (sorted, part) => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];

/** Lags in milliseconds, in words. */
export const lagLine = (lags) => {
  const sorted = [...lags].sort((one, other) => one - other);
  const [p50, p99, max] = [0.5, 0.99, 1].map((part) => quantile(sorted, part));
  return `p50 ${p50} ms, p99 ${p99} ms, max ${max} ms`;
};

/** Resident memory of a process in MB. */
export const residentOf = (pid) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);

export const print = (what, figure) =>
  console.log(`${what.padEnd(44)} ${figure.padEnd(56)} load ${loadavg()[0].toFixed(2)}`);

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs `count` jobs, numbered from 0, `width` at a time. */
export const inTurns = async (count, width, job) => {
  let next = 0;
  const worker = async () => {
    while (next < count) await job(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
};
