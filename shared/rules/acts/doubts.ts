import type { CaseInstants, ItemReference } from '../../case/events.ts';
import type { TimeOfItem } from '../../case/state/case-item.ts';
import { settingsOf } from '../../regulations/lookup.ts';
import { STALE_AFTER_SETTING } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { momentInChinese, startOfDay, subtract } from '../../time/instants.ts';

/** Why a publication is doubted (存疑), as it is said of the time that is given for it. */
export const DOUBTS = {
  beforeEvent: '早于事发',
  stale: '远早于发现(旧闻)',
} as const satisfies Record<NonNullable<ItemReference['doubt']>, string>;

/** What is said of a time that a later version of an item puts later. */
export const putLater = ({ zone }: Pick<Regulation, 'zone'>, field: TimeOfItem, time: string): string =>
  `${field === 'publishedAt' ? '公开' : '事发'}时间:推送方后来改为${momentInChinese(time, zone)},晚于原先所报,仍按原先所报起算`;

interface Stated {
  instants: CaseInstants;
  dateOnly?: readonly string[];
  doubts?: readonly string[];
  items?: readonly Pick<ItemReference, 'eventAt' | 'eventDateOnly'>[];
}
/** The beginning of a day that stands as its end, which is already the next. */
const beginningOf = (dayEnd: string, zone: string): string =>
  startOfDay(subtract(dayEnd, 'PT1S', zone), zone);
/** The first day of the event of which an item speaks. It starts no clock and shows what is older. */
const dayInItems = ({ items = [] }: Stated, zone: string): string | undefined =>
  items
    .flatMap(({ eventAt, eventDateOnly }) =>
      eventAt !== undefined && eventDateOnly === true ? [beginningOf(eventAt, zone)] : [],
    )
    .sort()[0];
/**
 * The event as publications are measured by it: from the beginning of its day where only that is known. One that is stated
 * later than a publication which is trusted shows nothing of other publications.
 */
export const eventFrom = ({ zone }: Regulation, stated: Stated): string | undefined => {
  const { instants, dateOnly = [], doubts } = stated;
  const { publishedAt } = instants;
  const eventAt = instants.eventAt ?? dayInItems(stated, zone);
  if (eventAt === undefined) return undefined;
  const isRefuted =
    doubts?.includes('publishedAt') === false && publishedAt !== undefined && publishedAt < eventAt;
  if (isRefuted) return undefined;
  return dateOnly.includes('eventAt') ? beginningOf(eventAt, zone) : eventAt;
};

interface Known {
  eventAt?: string | undefined;
  /** When the bureau found or received it. */
  foundAt: string;
}

/**
 * Why a publication starts nothing (register X2): it lies before the event that is known, or so long before it was found
 * that an old post was dug up. Undefined: it may be trusted.
 */
export const doubtOf = (
  regulation: Regulation,
  publishedAt: string | undefined,
  { eventAt, foundAt }: Known,
): ItemReference['doubt'] => {
  if (publishedAt === undefined) return undefined;
  if (eventAt !== undefined && publishedAt < eventAt) return 'beforeEvent';
  const staleAfter = settingsOf(regulation)[STALE_AFTER_SETTING];
  const oldest = typeof staleAfter === 'string' ? subtract(foundAt, staleAfter, regulation.zone) : '';
  return publishedAt < oldest ? 'stale' : undefined;
};

/** The item with what is to be doubted of its publication. */
export const withDoubt = (regulation: Regulation, item: ItemReference, known: Known): ItemReference => {
  const doubt = doubtOf(regulation, item.publishedAt, known);
  return doubt === undefined ? item : { ...item, doubt };
};
