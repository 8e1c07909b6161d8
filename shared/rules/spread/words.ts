import type { Spread } from '../../case/events.ts';
import { nameIn } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { type Instant, momentInChinese, startOfDay } from '../../time/instants.ts';

const TEN_THOUSAND = 10_000;
const MOST_SHOWN = 10_000 * TEN_THOUSAND;
/** 98765, 1234万, 1亿多: gateways take short variables. */
const inShort = (count: number): string => {
  if (count >= MOST_SHOWN) return `${Math.floor(count / MOST_SHOWN)}亿多`;
  return count < 10 * TEN_THOUSAND ? String(count) : `${Math.floor(count / TEN_THOUSAND)}万`;
};

/** 3月2日8时至8时40分, 3月2日23时至次日0时40分; a rule has a day at most. */
const stretchInChinese = (from: Instant, to: Instant, zone: string): string => {
  const begins = momentInChinese(from, zone);
  const clock = momentInChinese(to, zone).replace(/^.*日/, '');
  if (from === to) return begins;
  return `${begins}至${startOfDay(from, zone) === startOfDay(to, zone) ? '' : '次日'}${clock}`;
};

/** What was counted, from when to when: 转发量3月2日8时至8时40分由120增至600. */
export const spreadInChinese = (
  { zone, grading }: Regulation,
  { from, to, posts, growth }: Spread,
): string => {
  const when = stretchInChinese(from, to, zone);
  if (growth === undefined) return `${when}出现${posts}条不同信息`;
  const { counter, before, after } = growth;
  return `${nameIn(grading.heat.counters, counter)}${when}由${before}增至${after}`;
};
/** The same as a text has room for it: 转发量3月2日8时至8时40分增加480. */
export const spreadInShort = (regulation: Regulation, { growth, ...spread }: Spread): string => {
  if (growth === undefined) return spreadInChinese(regulation, spread);
  const { counter, before, after } = growth;
  const when = stretchInChinese(spread.from, spread.to, regulation.zone);
  return `${nameIn(regulation.grading.heat.counters, counter)}${when}增加${inShort(after - before)}`;
};
