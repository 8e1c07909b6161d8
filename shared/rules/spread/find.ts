import type { ItemReference, Spread } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { isStanding, scaleOf, settingsOf } from '../../regulations/lookup.ts';
import { SPREAD_GROWTH_SETTING, SPREAD_POSTS_SETTING } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { growthOf, type Reading } from './growth.ts';
import { spreadOfPosts } from './posts.ts';

/** The level that would be proposed: the next above the one that the case has. Undefined: there is none. */
const nextLevel = (regulation: Regulation, { warningLevel }: CaseState): string | undefined => {
  const { levels = [] } = scaleOf(regulation, warningLevel) ?? {};
  const rank = levels.find(({ id }) => id === warningLevel)?.rank ?? Number.POSITIVE_INFINITY;
  return levels.filter((level) => level.rank > rank).toSorted((one, other) => one.rank - other.rank)[0]?.id;
};

/** What came with an item. */
export interface Brought {
  item: ItemReference;
  /** What its counters were, oldest first. */
  readings: readonly Reading[];
  /** It is in the case already. */
  isKnown: boolean;
}

/**
 * Whether a story spreads as the office's own settings say, so that it is asked whether to raise the level, and to which. While such a
 * question stands, none is put again; once it has been answered, what was there by then does not count again.
 */
export const findSpread = (
  regulation: Regulation,
  state: CaseState,
  { item, readings, isKnown }: Brought,
): { level: string; spread: Spread } | undefined => {
  const { status, handlingLevel, regrades, items } = state;
  const level = nextLevel(regulation, state);
  if (status !== 'open' || level === undefined || isStanding(regulation, handlingLevel)) return undefined;
  const answered = regrades.map(({ answeredAt }) => answeredAt);
  if (answered.includes(null)) return undefined;
  const since = answered.reduce<string>((last, at) => (at !== null && at > last ? at : last), '');
  const settings = settingsOf(regulation);
  const [posts, growth] = [settings[SPREAD_POSTS_SETTING], settings[SPREAD_GROWTH_SETTING]];
  const fresh = items.filter(({ arrivedAt = '' }) => arrivedAt > since);
  const counters = regulation.grading.heat.counters.map(({ id }) => id);
  const counted = { feed: item.feed, id: item.id, readings: readings.filter(({ at }) => at >= since) };
  const spread =
    (typeof posts === 'string' && !isKnown
      ? spreadOfPosts(posts, fresh, item, regulation.zone)
      : undefined) ??
    (typeof growth === 'string' ? growthOf(growth, counted, counters, regulation.zone) : undefined);
  return spread === undefined ? undefined : { level, spread };
};
