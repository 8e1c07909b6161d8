import type { Moment } from '../contracts/instants.ts';
import type { FeedItem } from '../contracts/items.ts';
import type { ItemRecord } from '../records/items.ts';
import { isAhead } from '../time/instants.ts';

/** The times that a push may give, by their field. `occurredAt` is the former name of `eventAt`. */
const given = ({ publishedAt, eventAt, occurredAt, source }: FeedItem) => ({
  publishedAt,
  eventAt: eventAt ?? occurredAt,
  'source.receivedAt': source?.receivedAt,
});
type Field = keyof ReturnType<typeof given>;

/** What is no instant: it cannot be read, or lies ahead of its arrival. The day that is not over yet does not. */
const isUnread = (moment: Moment, now: string): boolean =>
  'text' in moment || (!moment.dateOnly && isAhead(moment.at, now));
const textOf = (moment: Moment): string => ('text' in moment ? moment.text : moment.at);

const earlier = (one: string | undefined, other: string): string =>
  one !== undefined && one < other ? one : other;

/** When the sender first had it; the bureau's own 发现 is its arrival. */
const collectedAt = ({ collectedAt: moment }: FeedItem, known: ItemRecord | undefined): string | undefined =>
  known?.collectedAt ?? (moment !== undefined && 'at' in moment && !moment.dateOnly ? moment.at : undefined);

interface Times {
  collectedAt?: string;
  publishedAt?: string;
  eventAt?: string;
  receivedAt?: string;
  dateOnly?: string[];
  unread?: Record<string, string>;
}

/**
 * What an item says of its times now. What cannot be read, or lies ahead of its arrival, is no instant and is kept as text;
 * what a later push leaves out is unknown, not gone.
 */
export const timesOf = (item: FeedItem, known: ItemRecord | undefined, now: string): Times => {
  const moments = Object.entries(given(item)) as [Field, Moment | undefined][];
  const unread = { ...known?.unread };
  const dateOnly = new Set(known?.dateOnly);
  const at: Partial<Record<Field, string>> = {};
  for (const [field, moment] of moments) {
    if (moment === undefined) continue;
    delete unread[field];
    dateOnly.delete(field);
    if (isUnread(moment, now)) unread[field] = textOf(moment);
    else if ('at' in moment) {
      at[field] = moment.dateOnly ? moment.at : earlier(moment.at, now);
      if (moment.dateOnly) dateOnly.add(field);
    }
  }
  const collected = collectedAt(item, known);
  const publishedAt = at.publishedAt ?? known?.publishedAt;
  const eventAt = at.eventAt ?? known?.eventAt;
  // 收到 to the minute, or its arrival: half a time is none there.
  const receivedAt = dateOnly.has('source.receivedAt') ? undefined : at['source.receivedAt'];
  return {
    ...(collected === undefined ? {} : { collectedAt: collected }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(eventAt === undefined ? {} : { eventAt }),
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(dateOnly.size === 0 ? {} : { dateOnly: [...dateOnly] }),
    ...(Object.keys(unread).length === 0 ? {} : { unread }),
  };
};

const LABELS: Readonly<Record<Field, string>> = {
  publishedAt: '公开时间(publishedAt)',
  eventAt: '事发时间(eventAt)',
  'source.receivedAt': '收到时间(source.receivedAt)',
};

/** What the sender is told of its times: a field by its former name, and what starts no clock. */
export const notesOn = (item: FeedItem, now: string): string[] => {
  const moments = Object.entries(given(item)) as [Field, Moment | undefined][];
  return [
    ...(item.occurredAt === undefined ? [] : ['“occurredAt”已按事发时间(eventAt)读取,请改用 eventAt']),
    ...moments.flatMap(([field, moment]) => {
      if (moment === undefined) return [];
      if (isUnread(moment, now))
        return [`${LABELS[field]}“${textOf(moment)}”不是有效时间,按原文保存,不据以起算`];
      return 'at' in moment && moment.dateOnly ? [`${LABELS[field]}仅知日期,按当日24时计`] : [];
    }),
  ];
};
