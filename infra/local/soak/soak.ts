import { loadavg } from 'node:os';
import { BUREAU } from '../bench/bench-bureau.ts';
import { quantile } from '../bench/measure.ts';
import { freshFolder, removeFolder } from '../bench/stores.ts';
import { readKeys } from '../identity/keys.ts';
import { startBureauChild } from './bureau-child.ts';
import { faultsBetween } from './judge.ts';
import { rest, sendAll } from './pace.ts';
import { createRequests } from './requests.ts';
import { type Sample, takeSample } from './sample.ts';
import { createStory } from './story.ts';
import { createTraffic } from './traffic.ts';

/** How long and how hard: so many requests, so many a second (undefined: as fast as they are answered). */
export interface SoakOptions {
  requests: number;
  perSecond: number | undefined;
  /** So many times faster than the machine's clock. */
  speed: number;
}

const QUARTERS = 4;
const OPEN_CASES = 8;
/** Longer than the server keeps an idle connection, so that those of the requests are gone. */
const REST_MILLISECONDS = 8_000;

const mega = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
const line = (sample: Sample, took: readonly number[], rate: number): string =>
  [
    `${sample.requests} requests, ${rate.toFixed(1)}/s, p50 ${quantile(took, 0.5).toFixed(0)} ms, p99 ${quantile(took, 0.99).toFixed(0)} ms`,
    `RSS ${mega(sample.rss)} MB, heap ${mega(sample.heapUsed)} MB, outside ${mega(sample.external)} MB`,
    `database ${mega(sample.database)} MB, WAL ${mega(sample.wal)} MB; ${sample.records} records of ${mega(sample.stored)} MB: ${(sample.database / sample.stored).toFixed(2)} bytes for each`,
    `handles ${JSON.stringify(sample.handles)}, ${sample.descriptors ?? '–'} descriptors`,
    `load ${loadavg()[0]!.toFixed(2)}`,
  ].join('\n  ');

/**
 * Works with a real bureau, on a real data folder, in a process of its own, over HTTP: mixed requests in four quarters. Prints
 * after each what the process and its file hold, and returns what has grown beyond what the stored records explain.
 */
export const soak = async ({ requests, perSecond, speed }: SoakOptions): Promise<string[]> => {
  const folder = freshFolder();
  const origin = Date.now();
  const child = await startBureauChild(folder, BUREAU, { origin, speed });
  const traffic = await createTraffic({ url: child.url, keys: readKeys(folder) });
  const story = createStory(traffic, OPEN_CASES);
  const { next } = createRequests(traffic, story);
  await story.leaveAlone();
  const samples: Sample[] = [];
  for (let quarter = 1; quarter <= QUARTERS; quarter += 1) {
    const done = Math.round((requests * (quarter - 1)) / QUARTERS);
    const wanted = Math.round((requests * quarter) / QUARTERS);
    const from = performance.now();
    const took = await sendAll(wanted - done, perSecond, next);
    const rate = took.length / ((performance.now() - from) / 1000);
    await rest(REST_MILLISECONDS);
    const sample = takeSample(folder, child.process.pid!, await child.held(), wanted);
    samples.push(sample);
    console.log(`quarter ${quarter}: ${line(sample, took, rate)}`);
  }
  const days = ((Date.now() - origin) * speed) / 86_400_000;
  console.log(`${days.toFixed(1)} days of the bureau; cases: ${JSON.stringify(story.counts())}`);
  await child.stop();
  removeFolder(folder);
  return faultsBetween(samples[0]!, samples.at(-1)!);
};
