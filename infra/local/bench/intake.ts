import { createHash } from 'node:crypto';
import type { Agent } from 'node:http';
import { signatureHeaders } from '../sign.ts';
import { SECRET, serveBureauOn } from './bench-bureau.ts';
import { measure, ratePerSecond } from './measure.ts';
import { send } from './send.ts';
import type { BenchStore } from './stores.ts';

/** A hundred Chinese characters that no other id has in this order. */
const wordsFor = (id: string): string =>
  [...createHash('sha512').update(id).digest().subarray(0, 50)]
    .map((byte, place) => String.fromCodePoint(0x4e00 + byte * 64 + place))
    .join('')
    .repeat(2);

// Each its own matter: many of one within an hour are told of, and that is not what is measured here.
export const itemOf = (id: string) => ({
  id,
  title: `市民咨询营业执照办理流程 ${id}`,
  content: wordsFor(id),
  metrics: { views: 12, reposts: 0 },
});

/** Pushes one item, signed, to the feed `demo`; throws when it is not taken. Returns its case, where it has one. */
export const pushItem = async (
  url: string,
  secret: string,
  item: { id: string },
  agent?: Agent,
): Promise<string | undefined> => {
  const body = JSON.stringify({ items: [item] });
  const headers = signatureHeaders(secret, item.id, new Date(), body);
  const { status, text } = await send(`${url}/v1/feeds/demo/items`, headers, body, agent);
  if (status !== 200) throw new Error(`intake answered ${status}: ${text}`);
  return (JSON.parse(text) as { items: { case?: string }[] }).items[0]?.case;
};

/** The product's intake over HTTP upon a store, beside what the store itself takes of the same records. */
const intakeOn = async (store: BenchStore) => {
  const { name, records } = store;
  const { url, close } = await serveBureauOn(store);
  const put = (series: string) => (number: number) =>
    records.put(
      { pk: `BENCH#${series}#${number}`, sk: 'ITEM', item: itemOf(`${series}-${number}`) },
      { absent: true },
    );
  const push = (series: string) => (number: number) => pushItem(url, SECRET, itemOf(`${series}-${number}`));
  return { name, put, push, close };
};

/** Both stores in turns, one item at a time and many. */
export const benchIntake = async (
  stores: readonly BenchStore[],
  { puts: count, warming, widths }: { puts: number; warming: number; widths: readonly number[] },
): Promise<void> => {
  const sides = await Promise.all(stores.map(intakeOn));
  for (const { put, push } of sides) {
    await ratePerSecond(warming, 4, put('warm'));
    await ratePerSecond(warming, 4, push('warm'));
  }
  for (const width of widths)
    for (const { name, put, push } of sides)
      await measure(`intake, ${width} at a time, ${name}`, 'more than on dynalite', async () => {
        const puts = await ratePerSecond(count, width, put(`w${width}`));
        const pushes = await ratePerSecond(count, width, push(`w${width}`));
        return `${pushes.toFixed(0)} items/s; ${puts.toFixed(0)} puts/s; share ${(pushes / puts).toFixed(2)}`;
      });
  for (const { close } of sides) await close();
};
