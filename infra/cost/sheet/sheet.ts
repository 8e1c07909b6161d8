import type { Level } from '../../../shared/regulations/schema.ts';
import type { Measured } from '../measure/measure.ts';
import { NOTHING, sum, times, type Usage } from '../meter/usage.ts';
import { type Bill, billFor, type Counts, countsOf } from './bill.ts';
import { type CaseCost, costCase, costLevel, type LevelCost } from './case-costs.ts';
import type { Deployed } from './deployed.ts';
import type { Options } from './options.ts';
import type { PriceName, Prices } from './prices.ts';

/** The month of the sheet. */
export const DAYS = 30;
const MINUTES_PER_DAY = 1440;

export interface MonthPart {
  name: string;
  bill: Bill;
}
/** What `--json` prints. Amounts are in the prices' currency, not rounded. */
export interface Sheet {
  prices: Prices;
  /** `itemsPerDay`: as many as were played for one day. */
  assumptions: Omit<Options, 'json' | 'quick' | 'prices'> & { days: number; itemsPerDay: number };
  deployed: Deployed;
  cases: CaseCost[];
  levels: LevelCost[];
  /** A sentence for each rehearsal and each level of our own mix that is not in the figures. */
  leftOut: string[];
  /** One routine item, with its part of the grouped messages; null when there are none. */
  item: { usage: Usage; bill: Bill } | null;
  month: { parts: MonthPart[]; total: Bill };
}
export interface SheetInput {
  measured: Measured;
  deployed: Deployed;
  prices: Prices;
  options: Options;
  /** The levels that have clocks. */
  levels: readonly Level[];
}

const withSmsPrice = (prices: Prices, smsPrice: number | null): Prices => {
  if (smsPrice === null) return prices;
  const smsMessage = { price: smsPrice, per: 1, source: '--sms-price', trust: '使用者给出' };
  return { ...prices, items: { ...prices.items, smsMessage } };
};

const merge = (all: readonly Counts[]): Counts => {
  const merged: Counts = {};
  for (const counts of all)
    for (const [item, count] of Object.entries(counts) as [PriceName, number][])
      merged[item] = (merged[item] ?? 0) + count;
  return merged;
};

/**
 * Puts counts and prices together. Throws an Error when the mix that was asked for has a level that no
 * rehearsal closes a case of.
 */
export const buildSheet = ({ measured, deployed, options, levels, ...given }: SheetInput): Sheet => {
  const prices = withSmsPrice(given.prices, options.smsPrice);
  const countsFor = (usage: Usage): Counts => countsOf(usage, deployed, options.duration);
  const bill = (usage: Usage): Bill => billFor(countsFor(usage), prices);
  const sweepsPerDay = MINUTES_PER_DAY / deployed.sweepMinutes;
  const wanted = (id: string): number => options.mix[id] ?? 0;

  const cases = measured.cases.map((each) => costCase(each, sweepsPerDay, bill));
  const leftOut = [...measured.leftOut];
  const levelCosts = levels.flatMap((level) => {
    const cost = costLevel(level, cases, bill);
    if (cost !== null) return cost;
    const fault = `没有办结于“${level.name}”的推演,无法估算该级案卷的费用`;
    if (wanted(level.id) > 0 && !options.isMixAssumed) throw new Error(`${fault}。`);
    if (wanted(level.id) > 0) leftOut.push(fault);
    return [];
  });
  const { items: itemsPerDay, usage: dayUsage } = measured.routineDay;
  const itemUsage = itemsPerDay === 0 ? NOTHING : times(dayUsage, 1 / itemsPerDay);

  const views = levelCosts.map(({ id, perView }) => times(perView, wanted(id) * options.views));
  const parts: [name: string, counts: Counts][] = [
    [`常规信息 ${options.items} 条`, countsFor(times(itemUsage, options.items))],
    ...levelCosts.map(({ id, name, usage }): [string, Counts] => [
      `${name}${wanted(id)} 件`,
      countsFor(times(usage, wanted(id))),
    ]),
    [`查看案卷,每件 ${options.views} 次`, countsFor(sum(views))],
    [
      `巡检本身,每 ${deployed.sweepMinutes} 分钟一次`,
      countsFor(times(measured.idleSweep, DAYS * sweepsPerDay)),
    ],
    [
      `查看待发短信,每 ${deployed.textMinutes} 分钟一次`,
      countsFor(times(measured.idleTexts, (DAYS * MINUTES_PER_DAY) / deployed.textMinutes)),
    ],
    ['固定资源', deployed.standing],
  ];
  const { json: _, quick: __, prices: ___, ...assumptions } = options;
  return {
    prices,
    assumptions: { ...assumptions, days: DAYS, itemsPerDay },
    deployed,
    cases,
    levels: levelCosts,
    leftOut,
    item: itemsPerDay === 0 ? null : { usage: itemUsage, bill: bill(itemUsage) },
    month: {
      parts: parts.map(([name, counts]) => ({ name, bill: billFor(counts, prices) })),
      total: billFor(merge(parts.map(([, counts]) => counts)), prices),
    },
  };
};
