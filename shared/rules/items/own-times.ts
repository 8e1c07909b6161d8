import type { CaseInstants, ItemReference } from '../../case/events.ts';
import type { Regulation } from '../../regulations/schema.ts';
import type { Instant } from '../../time/instants.ts';
import { doubtOf, eventFrom } from '../acts/doubts.ts';

// What items say themselves of when it began: whoever opens a case about them says nothing later in its place.

type Item = Pick<ItemReference, 'publishedAt' | 'dateOnly' | 'estimated' | 'eventAt' | 'eventDateOnly'>;
type Field = 'publishedAt' | 'eventAt';
interface OwnTime {
  at: Instant;
  estimated: boolean;
}

const firstOf = (times: readonly OwnTime[]): OwnTime | undefined =>
  times.toSorted((one, other) => (one.at < other.at ? -1 : 1))[0];

/** The event as the items say it. */
const eventIn = (items: readonly Item[]): OwnTime | undefined =>
  firstOf(
    items.flatMap(({ eventAt, eventDateOnly }) =>
      eventAt === undefined || eventDateOnly === true ? [] : [{ at: eventAt, estimated: false }],
    ),
  );

/** By what the publications of items are measured: by what they say of the event themselves, and when the bureau found them. */
export const measureOf = (regulation: Regulation, items: readonly Item[], foundAt: Instant) => {
  const event = eventIn(items)?.at;
  return {
    eventAt: eventFrom(regulation, { instants: event === undefined ? {} : { eventAt: event }, items }),
    foundAt,
  };
};

/** The first publication and the event that items say, as instants; a day is none, and what is to be doubted counts not. */
export const ownTimesOf = (
  regulation: Regulation,
  items: readonly Item[],
  foundAt: Instant,
): Partial<Record<Field, OwnTime>> => {
  const measure = measureOf(regulation, items, foundAt);
  const published = firstOf(
    items.flatMap(({ publishedAt, dateOnly, estimated = false }) =>
      publishedAt === undefined ||
      dateOnly === true ||
      doubtOf(regulation, publishedAt, measure) !== undefined
        ? []
        : [{ at: publishedAt, estimated }],
    ),
  );
  const event = eventIn(items);
  return {
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(event === undefined ? {} : { eventAt: event }),
  };
};

interface Facts {
  instants: CaseInstants;
  dateOnly?: string[];
  estimated?: string[];
  items: readonly Item[];
}
/**
 * The facts of an opening with the times that its items say, where nothing earlier is stated that may count: a later one has its own
 * way, by who may grant time.
 */
export const withOwnTimes = <F extends Facts>(regulation: Regulation, facts: F, foundAt: Instant): F => {
  const { instants, dateOnly = [], estimated = [] } = facts;
  const own = Object.entries(ownTimesOf(regulation, facts.items, foundAt)).filter(([field, { at }]) => {
    const stated = instants[field as Field];
    if (stated === undefined) return false;
    const known = { eventAt: eventFrom(regulation, facts), foundAt };
    const isDoubted = field === 'publishedAt' && doubtOf(regulation, stated, known) !== undefined;
    return stated > at || (isDoubted && stated !== at);
  });
  if (own.length === 0) return facts;
  const ids = own.map(([field]) => field);
  const without = (list: readonly string[]): string[] => list.filter((id) => !ids.includes(id));
  const guessed = [
    ...without(estimated),
    ...own.flatMap(([field, { estimated: isGuess }]) => (isGuess ? [field] : [])),
  ];
  return {
    ...facts,
    instants: { ...instants, ...Object.fromEntries(own.map(([field, { at }]) => [field, at])) },
    dateOnly: without(dateOnly),
    estimated: guessed,
  };
};
