import type { ItemReference, Spread } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { isStanding, scaleOf, settingsOf } from '../../regulations/lookup.ts';
import { SPREAD_GROWTH_SETTING, SPREAD_POSTS_SETTING } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import type { Instant } from '../../time/instants.ts';
import { growthOf, type Reading } from './growth.ts';
import { type Post, spreadOfPosts } from './posts.ts';

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

/** What is asked: which level, and what was counted. */
export interface Found {
  level: string;
  spread: Spread;
}

/** The level that is to be asked about, and from when on it is counted; undefined where nothing is to be asked now. */
const askable = (regulation: Regulation, state: CaseState): { level: string; since: Instant } | undefined => {
  const { status, handlingLevel, regrades } = state;
  const level = nextLevel(regulation, state);
  if (status !== 'open' || level === undefined || isStanding(regulation, handlingLevel)) return undefined;
  const answered = regrades.map(({ answeredAt }) => answeredAt);
  if (answered.includes(null)) return undefined;
  return { level, since: answered.reduce<string>((last, at) => (at !== null && at > last ? at : last), '') };
};
const postsSpread = (
  regulation: Regulation,
  posts: readonly Post[],
  added: Post | undefined,
): Spread | undefined => {
  const rule = settingsOf(regulation)[SPREAD_POSTS_SETTING];
  return typeof rule === 'string' && added !== undefined
    ? spreadOfPosts(rule, posts, added, regulation.zone)
    : undefined;
};

/**
 * Whether a story spreads as the office's own settings say, so that it is asked whether to raise the level, and to which. While such a
 * question stands, none is put again; once it has been answered, what was there by then does not count again.
 */
export const findSpread = (
  regulation: Regulation,
  state: CaseState,
  { item, readings, isKnown }: Brought,
): Found | undefined => {
  const asked = askable(regulation, state);
  if (asked === undefined) return undefined;
  const { level, since } = asked;
  const growth = settingsOf(regulation)[SPREAD_GROWTH_SETTING];
  const fresh = state.items.filter(({ arrivedAt = '' }) => arrivedAt > since);
  const counters = regulation.grading.heat.counters.map(({ id }) => id);
  const counted = { feed: item.feed, id: item.id, readings: readings.filter(({ at }) => at >= since) };
  const spread =
    (isKnown ? undefined : postsSpread(regulation, fresh, item)) ??
    (typeof growth === 'string' ? growthOf(growth, counted, counters, regulation.zone) : undefined);
  return spread === undefined ? undefined : { level, spread };
};

/** The same of the posts that a case is opened with, of which nobody has been asked yet. */
export const findSpreadAtOpening = (regulation: Regulation, state: CaseState): Found | undefined => {
  const asked = askable(regulation, state);
  if (asked === undefined) return undefined;
  const [spread] = state.items.flatMap((item) => postsSpread(regulation, state.items, item) ?? []);
  return spread === undefined ? undefined : { level: asked.level, spread };
};
