import type { ExpectedPeriod, FeedWatch } from '../../contracts/feeds/watch.ts';
import { type Instant, inChinese, momentInChinese } from '../../time/instants.ts';
import { readDayHours } from '../../time/night.ts';
import { silentFrom } from './silence.ts';

/** What is known of a feed that is watched. */
export interface Watched {
  watch: FeedWatch;
  /** Since when it has been watched. */
  since: Instant;
  /** When items of it were last taken; absent: never. */
  acceptedAt?: Instant | undefined;
  /** How many pushes in a row, the last one among them, had a wrong signature, and when the last did. */
  unsigned?: { count: number; at: Instant } | undefined;
}
export type FeedTrouble =
  /** Nothing of it has been taken since, and something should have been by `due`. */
  | { kind: 'silent'; since: Instant; due: Instant }
  /** So many pushes in a row had a wrong signature, the last at `since`. */
  | { kind: 'unsigned'; since: Instant; count: number };

const heardAt = ({ acceptedAt, since }: Watched): Instant => acceptedAt ?? since;

/** By when something of the feed has to be taken; null: nothing is expected. */
export const expectedBy = (watched: Watched, zone: string): Instant | null =>
  silentFrom(watched.watch.expected, heardAt(watched), zone);

/** What is wrong with a feed now; null: nothing that the office has asked to be told of. */
export const troubleOf = (watched: Watched, now: Instant, zone: string): FeedTrouble | null => {
  const { watch, unsigned } = watched;
  // Who cannot sign brings nothing: the cause is told, and not the silence that follows from it.
  if (
    unsigned !== undefined &&
    watch.signatureFailures !== undefined &&
    unsigned.count >= watch.signatureFailures
  )
    return { kind: 'unsigned', since: unsigned.at, count: unsigned.count };
  const due = expectedBy(watched, zone);
  return due !== null && due <= now ? { kind: 'silent', since: heardAt(watched), due } : null;
};

/** As it stands in texts and at the desk, after the name of the feed. */
export const troubleInChinese = (trouble: FeedTrouble, zone: string): string => {
  const moment = momentInChinese(trouble.since, zone);
  return trouble.kind === 'silent'
    ? `自${moment}起没有信息入库`
    : `连续${trouble.count}次推送签名不符(最近${moment})`;
};

/** 08:00至22:00每2小时至少一次. */
export const periodInChinese = ({ hours, within }: ExpectedPeriod): string => {
  const every = `每${inChinese(within)}至少一次`;
  if (hours === undefined) return every;
  const { from, until } = readDayHours(hours);
  return `${from}至${until < from ? '次日' : ''}${until}${every}`;
};
