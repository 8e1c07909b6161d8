import { isDeepStrictEqual } from 'node:util';
import type { FeedWatch, WatchedFeeds } from '../../shared/contracts/feeds/watch.ts';
import type { Person } from '../../shared/contracts/roster.ts';
import { type FeedTrouble, troubleInChinese, troubleOf } from '../../shared/intake/watching/trouble.ts';
import type { DispatchNotices } from '../../shared/notices/dispatch.ts';
import { linkOf } from '../../shared/notices/phrases.ts';
import { recipientsOf } from '../../shared/notices/recipients.ts';
import type { FeedWatches, WatchedFeed } from '../../shared/records/register/feed-watches.ts';
import type { Signs } from '../../shared/records/register/signs.ts';
import { type Rosters, rosterIn } from '../../shared/records/roster.ts';
import { mapEach } from '../../shared/records/some-at-once.ts';
import type { Mailboxes } from '../../shared/records/texts/mailboxes.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { add, momentInChinese } from '../../shared/time/instants.ts';

interface Dependencies {
  signs: Pick<Signs, 'feeds' | 'unsigned'>;
  feedWatches: FeedWatches;
  /** The registered feeds, and how each is watched. */
  feeds?: WatchedFeeds;
  rosters: Pick<Rosters, 'read'>;
  mailboxes: Pick<Mailboxes, 'put'>;
  dispatch: DispatchNotices;
  regulation: Regulation;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}
/** Looks after the feeds; returns with how many of them something is wrong. */
export type WatchFeeds = () => Promise<number>;

/** Of one feed nobody is told more often. */
const TOLD_AGAIN_AFTER = 'P1D';

/** What is noted of a feed once it has been told what is wrong, or that it is well again; undefined: nothing is to be told. */
const toldOf = (
  known: WatchedFeed,
  { trouble, acceptedAt = '' }: { trouble: FeedTrouble | null; acceptedAt: string | undefined },
  { now, zone }: { now: string; zone: string },
): WatchedFeed | undefined => {
  const { toldAt = '', owesWell } = known;
  if (trouble === null)
    // That less is expected of it now makes nothing come again.
    return owesWell && acceptedAt >= toldAt ? { ...known, owesWell: false } : undefined;
  const isLately = toldAt !== '' && now < add(toldAt, TOLD_AGAIN_AFTER, zone);
  return isLately ? undefined : { ...known, toldAt: now, owesWell: true };
};

/** One whom a text goes to. */
type Receiver = Pick<Person, 'id' | 'name' | 'mobile'>;

/** Who is told of a feed: whoever is on duty, and the vendor's contact, who has no post. */
const createTell = (dependencies: Dependencies) => {
  const { rosters, mailboxes, dispatch, regulation, now, onProblem } = dependencies;
  const { zone } = regulation;
  const send = async (
    { feed, revision }: WatchedFeed,
    receivers: readonly Receiver[],
    template: string,
    variables: Record<string, string>,
  ): Promise<void> => {
    // Who looks at the same time, or again after being cut off, tells of the same revision.
    const about = { group: `FEED#${feed}#${revision}`, template, variables };
    for (const { id, name, mobile } of receivers)
      await mailboxes.put({ mobile, person: id, name, address: id, tries: 0, at: now(), about });
  };
  return async (known: WatchedFeed, watch: FeedWatch, trouble: FeedTrouble | null): Promise<void> => {
    const roster = rosterIn(await rosters.read());
    const people = recipientsOf(regulation, roster, regulation.onDuty, undefined)?.people ?? [];
    if (people.length === 0) onProblem(`feed ${known.feed}`, new Error('名册中没有可通知的人'));
    const vendor = watch.contact === undefined ? [] : [{ id: `feed-${known.feed}`, ...watch.contact }];
    const link = linkOf(regulation);
    const words = {
      feed: watch.name,
      ...(trouble === null
        ? { moment: momentInChinese(now(), zone) }
        : { trouble: troubleInChinese(trouble, zone) }),
    };
    await send(known, people, trouble === null ? 'feedWell' : 'feedTrouble', { ...words, link });
    await send(known, vendor, trouble === null ? 'feedWell' : 'feedTroubleVendor', words);
    await dispatch();
  };
};

/** The part of a sweep that looks whether feeds bring what the office expects of them. A repeat changes nothing. */
export const createWatchFeeds = (dependencies: Dependencies): WatchFeeds => {
  const { signs, feedWatches, feeds = {}, regulation, now } = dependencies;
  const { zone } = regulation;
  const tell = createTell(dependencies);

  /** The record of a feed as the settings have it now; written anew where they have changed. */
  const noted = async (feed: string, before: WatchedFeed | undefined): Promise<WatchedFeed> => {
    const watch = feeds[feed] ?? null;
    if (before !== undefined && isDeepStrictEqual(before.watch, watch)) return before;
    const isNew = before?.watch == null;
    const next: WatchedFeed = {
      ...(before ?? { feed, owesWell: false }),
      watch,
      since: isNew ? now() : before.since,
      // What is watched no more is not told to be well.
      ...(watch === null ? { owesWell: false } : {}),
      revision: (before?.revision ?? 0) + 1,
    };
    await feedWatches.put(next);
    return next;
  };

  return async () => {
    const [listed, seen, unsigned] = await Promise.all([feedWatches.list(), signs.feeds(), signs.unsigned()]);
    let troubled = 0;
    await mapEach(Object.keys(feeds), async (feed) => {
      const known = await noted(
        feed,
        listed.find((each) => each.feed === feed),
      );
      if (known.watch === null) return;
      const { watch, since } = known;
      const acceptedAt = seen.find((each) => each.feed === feed)?.accepted?.at;
      const trouble = troubleOf({ watch, since, acceptedAt, unsigned: unsigned.get(feed) }, now(), zone);
      if (trouble !== null) troubled += 1;
      const told = toldOf(known, { trouble, acceptedAt }, { now: now(), zone });
      if (told === undefined) return;
      await tell(known, watch, trouble);
      await feedWatches.put({ ...told, revision: known.revision + 1 });
    });
    // What is registered no more.
    for (const { feed } of listed) if (!Object.hasOwn(feeds, feed)) await feedWatches.remove(feed);
    return troubled;
  };
};
