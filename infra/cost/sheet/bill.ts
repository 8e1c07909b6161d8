import { callsOf, type Usage } from '../meter/usage.ts';
import type { Deployed } from './deployed.ts';
import { PRICED, type PriceName, type Prices } from './prices.ts';

/** One line of a bill: `amount` = `count` × `price` / `per`; both are null where no price is known. */
export interface Line {
  item: PriceName;
  count: number;
  price: number | null;
  per: number;
  amount: number | null;
}
export interface Bill {
  lines: Line[];
  /** The sum of the amounts that are known, in the prices' currency. */
  amount: number;
}
export type Counts = Partial<Record<PriceName, number>>;

const MEGABYTES_PER_GIGABYTE = 1024;
const MILLISECONDS_PER_SECOND = 1000;

/** The counts behind a usage. `duration`: what a call is billed, in milliseconds. Throws for an unknown function. */
export const countsOf = (usage: Usage, { megabytes }: Deployed, duration: number): Counts => {
  const megabyteCalls = Object.entries(usage.calls).reduce((sum, [name, calls]) => {
    const memory = megabytes[name];
    if (memory === undefined) throw new Error(`部署模板中没有函数 ${name}`);
    return sum + calls * memory;
  }, 0);
  return {
    stateTransition: usage.transitions,
    functionCall: callsOf(usage),
    functionGigabyteSecond: (megabyteCalls / MEGABYTES_PER_GIGABYTE) * (duration / MILLISECONDS_PER_SECOND),
    writeUnit: usage.writeUnits,
    readUnit: usage.readUnits,
    apiRequest: usage.requests,
    smsMessage: usage.messages,
  };
};

/** Prices the counts; a line for each thing counted, in the order of the sheet. */
export const billFor = (counts: Counts, { items }: Prices): Bill => {
  const lines = (Object.keys(PRICED) as PriceName[]).flatMap((item): Line[] => {
    const count = counts[item];
    if (count === undefined) return [];
    const priced = items[item];
    if (priced === undefined) return [{ item, count, price: null, per: 1, amount: null }];
    const { price, per } = priced;
    return [{ item, count, price, per, amount: (count * price) / per }];
  });
  return { lines, amount: lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0) };
};
