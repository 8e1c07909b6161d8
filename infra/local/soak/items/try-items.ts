import { BUREAU } from '../../bench/bench-bureau.ts';
import { quantile } from '../../bench/measure.ts';
import { freshFolder, removeFolder } from '../../bench/stores.ts';
import { readKeys } from '../../identity/keys.ts';
import { startBureauChild } from '../bureau-child.ts';
import { faultsBetween } from '../judge.ts';
import { rest, sendAll } from '../pace.ts';
import { type Sample, takeSample } from '../sample.ts';
import { createTraffic } from '../traffic.ts';
import type { Push } from './expected.ts';
import { findAll } from './find.ts';
import { createFlow } from './flow.ts';
import { createLedger } from './send.ts';
import { SHAPES } from './shapes.ts';

export interface ItemsOptions {
  /** How many items, from which seed, how many a second. */
  items: number;
  seed: number;
  perSecond: number;
}

/** When what the process holds is looked at: a fifth of the items, then as many again and again. */
const LOOKED_AT = [0.2, 0.6, 1];
/** What the items of the last hour tell is remembered: an hour of the bureau is then two minutes, after which there is no more of it. */
const SPEED = 30;
/** Longer than the server keeps an idle connection, so that those of the requests are gone. */
const REST_MILLISECONDS = 8_000;
const MEGABYTE = 1024 * 1024;

const line = (share: number, { heapUsed, rss, records }: Sample, took: readonly number[]): string =>
  `${share * 100} %: heap ${(heapUsed / MEGABYTE).toFixed(1)} MB, RSS ${(rss / MEGABYTE).toFixed(1)} MB, ${records} records; p50 ${quantile(took, 0.5).toFixed(0)} ms, p99 ${quantile(took, 0.99).toFixed(0)} ms`;

/** The feed of every shape is called after its mapping. */
const FEEDS = Object.fromEntries(Object.keys(SHAPES).map((mapping) => [mapping, mapping]));
const itemsIn = (pushes: readonly Push[]): number => pushes.reduce((sum, { items }) => sum + items.length, 0);

/**
 * Pushes made-up, real-looking items to a real bureau in a process of its own, signed, over HTTP, at a pace; then looks for each at the
 * desk. Prints what is where and what the process holds. Returns what was lost, and what has grown.
 */
export const tryItems = async ({ items, seed, perSecond }: ItemsOptions): Promise<string[]> => {
  const folder = freshFolder();
  const origin = Date.now();
  const child = await startBureauChild(folder, BUREAU, { origin, speed: SPEED, feeds: FEEDS });
  const traffic = await createTraffic({ url: child.url, keys: readKeys(folder) });
  const pushes = createFlow(seed, items, origin);
  const pace = (perSecond * pushes.length) / itemsIn(pushes);
  const ledger = createLedger(traffic);
  const samples: Sample[] = [];
  let sent = 0;
  const next = async (): Promise<void> => {
    const number = sent;
    sent += 1;
    await ledger.send(pushes[number]!, number);
  };
  for (const share of LOOKED_AT) {
    const took = await sendAll(Math.round(pushes.length * share) - sent, pace, next);
    await rest(REST_MILLISECONDS);
    const sample = takeSample(folder, child.process.pid!, await child.held(), sent);
    samples.push(sample);
    console.log(line(share, sample, took));
  }
  const { faults, counts } = await findAll(traffic, ledger);
  console.log(
    `seed ${seed}: ${itemsIn(pushes)} items in ${pushes.length} pushes, ${ledger.taken().length} ids; found: ${JSON.stringify(counts)}`,
  );
  await child.stop();
  removeFolder(folder);
  return [...faults, ...faultsBetween(samples[0]!, samples.at(-1)!)];
};
