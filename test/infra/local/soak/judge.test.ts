import { describe, expect, it } from 'vitest';
import { faultsBetween } from '../../../../infra/local/soak/judge.ts';
import type { Sample } from '../../../../infra/local/soak/sample.ts';

const MB = 1024 * 1024;
const first: Sample = {
  requests: 1000,
  rss: 160 * MB,
  heapUsed: 40 * MB,
  external: 12 * MB,
  handles: { TCPServerWrap: 1, Timeout: 2 },
  descriptors: 29,
  database: 10 * MB,
  wal: 4 * MB,
  records: 5000,
  stored: 5 * MB,
};
const grown = (change: Partial<Sample>): string[] => faultsBetween(first, { ...first, ...change });

describe('what a soak lets pass', () => {
  it('is a process as it was, with a file that grows as what is stored in it', () => {
    expect(grown({})).toEqual([]);
    expect(grown({ stored: 50 * MB, records: 50_000, database: 100 * MB })).toEqual([]);
  });

  it.each([
    ['resident memory', { rss: 193 * MB }],
    ['heap in use', { heapUsed: 67 * MB }],
    ['memory outside the heap', { external: 37 * MB }],
    ['database', { stored: 50 * MB, database: 107 * MB }],
    ['write-ahead log', { wal: 17 * MB }],
    ['handles', { handles: { TCPServerWrap: 1, Timeout: 11 } }],
    ['descriptors', { descriptors: 38 }],
  ] satisfies [string, Partial<Sample>][])('tells of %s that grows beyond', (what, change) => {
    expect(grown(change)).toEqual([expect.stringContaining(what)]);
  });
});
