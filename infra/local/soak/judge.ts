import type { Sample } from './sample.ts';

const MEGABYTE = 1024 * 1024;
/** 5 %, after the first quarter. */
const GROWTH = 1.05;
/** The cases seen last, which are remembered up to a number, and what garbage collection leaves to chance. */
const MEMORY_SLACK = 24 * MEGABYTE;
const FILE_SLACK = MEGABYTE;
/** SQLite writes its log back into the file at 1000 pages of 4 KB; one large transaction may come on top. */
const MOST_WAL = 16 * MEGABYTE;
/** Timers and connections come and go. */
const HANDLE_SLACK = 8;

const handlesIn = ({ handles }: Sample): number =>
  Object.values(handles).reduce((sum, count) => sum + count, 0);

/**
 * What has grown from the end of the first quarter to the end of the last beyond what the stored records explain; nothing when
 * all is well. The file grows with its records by right: it may take no more bytes for each byte that is stored.
 */
export const faultsBetween = (first: Sample, last: Sample): string[] => {
  const allowed: [string, number, number][] = [
    ['resident memory', last.rss, first.rss * GROWTH + MEMORY_SLACK],
    ['heap in use', last.heapUsed, first.heapUsed * GROWTH + MEMORY_SLACK],
    ['memory outside the heap', last.external, first.external * GROWTH + MEMORY_SLACK],
    ['database', last.database, (first.database / first.stored) * last.stored * GROWTH + FILE_SLACK],
    ['write-ahead log', last.wal, MOST_WAL],
    ['handles', handlesIn(last), handlesIn(first) + HANDLE_SLACK],
    ['descriptors', last.descriptors ?? 0, (first.descriptors ?? 0) + HANDLE_SLACK],
  ];
  return allowed
    .filter(([, value, most]) => value > most)
    .map(([what, value, most]) => `${what}: ${Math.round(value)} is more than ${Math.round(most)}`);
};
