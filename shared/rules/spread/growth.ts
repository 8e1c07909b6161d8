import type { Spread } from '../../case/events.ts';
import { type GrowthRule, readGrowthRules } from '../../regulations/spread.ts';
import { type Instant, subtract } from '../../time/instants.ts';

/** What an item's counters were at an instant. */
export interface Reading {
  at: Instant;
  counters: Readonly<Record<string, number | undefined>>;
}

/** From zero nothing can be multiplied: any rise counts there once it is worth counting. */
const holds = (rule: GrowthRule, before: number, after: number): boolean =>
  'by' in rule
    ? after - before >= rule.by
    : after >= rule.from && after > before && after >= before * rule.times;

/**
 * Whether a counter of an item has grown as one of the office's rules (`+1000/PT1H 100x3/PT1H`) says, from the earliest reading within its time,
 * its edge included, to the newest; `readings`: oldest first, those that are to be counted.
 */
export const growthOf = (
  rules: string,
  { feed, id, readings }: { feed: string; id: string; readings: readonly Reading[] },
  counters: readonly string[],
  zone: string,
): Spread | undefined => {
  const newest = readings.at(-1);
  if (newest === undefined) return undefined;
  for (const [index, rule] of readGrowthRules(rules).entries()) {
    const since = subtract(newest.at, rule.within, zone);
    for (const counter of counters) {
      const after = newest.counters[counter];
      const earlier = readings.find(({ at, counters: then }) => at >= since && then[counter] !== undefined);
      const before = earlier?.counters[counter];
      if (after === undefined || before === undefined || !holds(rule, before, after)) continue;
      const growth = { feed, id, counter, before, after };
      return { rule: rules.split(' ')[index]!, from: earlier!.at, to: newest.at, growth };
    }
  }
  return undefined;
};
