import type { FeedItem, ItemWarning, ToldTime } from '../contracts/items.ts';
import { titleOf, warning } from '../intake/warn.ts';
import type { ItemRecord } from '../records/items.ts';
import type { Regulation } from '../regulations/schema.ts';
import { millisecondsOf, momentInChinese } from '../time/instants.ts';

const FIELDS = ['publishedAt', 'eventAt'] as const;
type Field = (typeof FIELDS)[number];

interface Times {
  collectedAt?: string;
  publishedAt?: string;
  eventAt?: string;
  dateOnly?: string[];
  estimated?: string[];
}
type Known = Pick<ItemRecord, Field | 'dateOnly' | 'estimated'>;

/** How much is known of a time: nothing, the day, about when, the instant. */
const knownOf = (known: Known | undefined, field: Field): number => {
  if (known?.[field] === undefined) return 0;
  if (known.dateOnly?.includes(field)) return 1;
  return known.estimated?.includes(field) ? 2 : 3;
};
const toldBy = ({ isDay, isEstimated }: ToldTime): number => (isDay ? 1 : isEstimated ? 2 : 3);

/** What stands as the earliest that the words can mean lies so far before what was meant, at most. */
const ESTIMATED_MILLISECONDS = 3_600_000;
/** Feeds that reckon a time anew at each push are off by seconds. */
const NOISE_MILLISECONDS = 60_000;
/** Whether a time is put later than was said before, by more than that was sure. A day that was said starts nothing. */
const isPutLater = (told: ToldTime, known: Known, field: Field): boolean => {
  const before = knownOf(known, field);
  if (before < 2 || toldBy(told) < before) return false;
  const by = millisecondsOf(told.at) - millisecondsOf(known[field]!);
  return before === 2 ? by > ESTIMATED_MILLISECONDS : by >= NOISE_MILLISECONDS;
};

/**
 * What counts by now: the newest instant; a day or an estimate only where less was known, so that a repeat of it moves nothing. `keepsFirst`:
 * of an instant the earliest that was said.
 */
const settle = (
  told: ToldTime | undefined,
  known: Known | undefined,
  { field, keepsFirst }: { field: Field; keepsFirst: boolean },
): ToldTime | undefined => {
  const before = knownOf(known, field);
  const isKept = keepsFirst && told !== undefined && before === 3 && told.at > known![field]!;
  const isLater = keepsFirst && told !== undefined && known !== undefined && isPutLater(told, known, field);
  if (told !== undefined && !isKept && !isLater && (toldBy(told) === 3 || toldBy(told) > before)) return told;
  if (before === 0) return undefined;
  return {
    at: known![field]!,
    ...(before === 1 ? { isDay: true as const } : {}),
    ...(before === 2 ? { isEstimated: true as const } : {}),
  };
};

/** Whether the case of an item keeps the times that count, and asks of those that are put later (shared/case/evolve/items.ts). */
const isKeptByCase = (known: ItemRecord | undefined): boolean => known?.outcome === 'inCase';

const laterWarning = (field: Field, { at }: ToldTime, zone: string): ItemWarning =>
  warning(field, {
    path: field,
    value: momentInChinese(at, zone),
    kind: 'doubted',
    message: `${titleOf(field)}晚于原先所报,存疑,仍按原先所报起算;更正请与本局联系`,
  });

/**
 * What is known of an item's times after a push. What a later push leaves out is unknown, not gone; a time that it puts later buys none: that
 * is doubted (`later`), and what was said first counts until a person says otherwise.
 */
export const timesOf = (
  item: FeedItem,
  known: ItemRecord | undefined,
  zone: string,
): Times & { later: readonly ItemWarning[] } => {
  const keepsFirst = !isKeptByCase(known);
  const settled = FIELDS.flatMap((field): [Field, ToldTime][] => {
    const time = settle(item[field], known, { field, keepsFirst });
    return time === undefined ? [] : [[field, time]];
  });
  const later = FIELDS.flatMap((field): ItemWarning[] => {
    const told = item[field];
    const isDoubted =
      keepsFirst && told !== undefined && known !== undefined && isPutLater(told, known, field);
    return isDoubted ? [laterWarning(field, told, zone)] : [];
  });
  const dateOnly = settled.flatMap(([field, { isDay }]) => (isDay ? [field] : []));
  const estimated = settled.flatMap(([field, { isEstimated }]) => (isEstimated ? [field] : []));
  // When the sender first had it; the bureau's own 发现 is its arrival.
  const collectedAt = known?.collectedAt ?? item.collectedAt;
  return {
    later,
    ...(collectedAt === undefined ? {} : { collectedAt }),
    ...Object.fromEntries(settled.map(([field, { at }]) => [field, at])),
    ...(dateOnly.length === 0 ? {} : { dateOnly }),
    ...(estimated.length === 0 ? {} : { estimated }),
  };
};

const isUnread = ({ kind }: ItemWarning): boolean => kind === 'unread' || kind === 'doubted';

/** What is to be said of an item after a push: of this one, and of fields that nobody could read and that it does not speak of. */
export const warningsOf = ({ warnings, told }: FeedItem, known: ItemRecord | undefined): ItemWarning[] => [
  ...warnings,
  ...(known?.warnings ?? []).filter(
    (each) => isUnread(each) && !told.some((target) => target.split('.')[0] === each.as.split('.')[0]),
  ),
];

/** The times that a case may count from: a day is no instant, and stays with its item. */
export const instantsIn = ({
  publishedAt,
  eventAt,
  dateOnly = [],
}: Pick<ItemRecord, Field | 'dateOnly'>): Pick<ItemRecord, Field> => ({
  ...(publishedAt === undefined || dateOnly.includes('publishedAt') ? {} : { publishedAt }),
  ...(eventAt === undefined || dateOnly.includes('eventAt') ? {} : { eventAt }),
});

/** Which of a case's instants each of an item's times is. */
const INSTANTS: Readonly<Record<string, string>> = {
  publishedAt: 'publishedAt',
  eventAt: 'eventAt',
  'source.receivedAt': 'receivedAt',
};
/** A day of the matter stays with its item; 收到 falls back on the arrival, which may be later than the day that was said. */
const startsNothing = ({ kind, as }: ItemWarning): boolean =>
  kind === 'unread' || kind === 'doubted' || (kind === 'day' && as === 'source.receivedAt');

/** What was given as a time that the regulation counts from and starts no clock, as it was written; by instant. */
export const unreadTimes = (
  { warnings = [] }: Pick<ItemRecord, 'warnings'>,
  { instants }: Regulation,
): Record<string, string> | undefined => {
  const unread = warnings.flatMap((each): [string, string][] => {
    const instant = instants.find(({ id }) => id === INSTANTS[each.as]);
    return instant !== undefined && startsNothing(each) ? [[instant.id, each.value]] : [];
  });
  return unread.length === 0 ? undefined : Object.fromEntries(unread);
};
