import type { FeedRow, FeedsReply } from '../../../shared/contracts/replies/intake/feeds.ts';
import { withoutCountry } from '../../../shared/contracts/roster-table/numbers.ts';
import {
  expectedBy,
  type FeedTrouble,
  periodInChinese,
  troubleInChinese,
  troubleOf,
  type Watched,
} from '../../../shared/intake/watching/trouble.ts';
import type { FeedWatches, WatchedFeed } from '../../../shared/records/register/feed-watches.ts';
import type { FeedSign, Signs } from '../../../shared/records/register/signs.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import { refuseRefusedItems } from '../../../shared/rules/reading/refused-items.ts';
import type { HttpEvent } from '../../http.ts';
import { createReplyParts } from '../../reply-parts.ts';
import { throwIfRefused } from '../sight.ts';
import { signsShown } from './signs.ts';

interface Dependencies {
  signs: Pick<Signs, 'feeds' | 'unsigned'>;
  feedWatches: Pick<FeedWatches, 'list'>;
  regulation: Regulation;
  now: () => string;
}
/** All that is known of a feed. */
interface Known {
  sign: FeedSign;
  listed: WatchedFeed | undefined;
  unsigned: { count: number; at: string } | undefined;
}

const watchedIn = ({ sign, listed, unsigned }: Known): Watched | undefined =>
  listed?.watch == null
    ? undefined
    : { watch: listed.watch, since: listed.since, acceptedAt: sign.accepted?.at, unsigned };

/** `GET /v1/feeds`: the feeds with their last signs, for whoever reads what of theirs was refused. */
export const createFeedsReading = ({ signs, feedWatches, regulation, now }: Dependencies) => {
  const parts = createReplyParts(regulation);
  const { zone } = regulation;

  const watchShown = (watched: Watched, toldAt: string | undefined): NonNullable<FeedRow['watch']> => {
    const { name, expected, signatureFailures, contact } = watched.watch;
    return {
      name,
      expected: expected.map(periodInChinese),
      next: parts.timeOrNull(expectedBy(watched, zone)),
      signatureFailures: signatureFailures ?? null,
      contact: contact === undefined ? null : { ...contact, mobile: withoutCountry(contact.mobile) },
      told: parts.timeOrNull(toldAt),
    };
  };
  const troubleShown = (trouble: FeedTrouble): NonNullable<FeedRow['trouble']> => ({
    kind: trouble.kind,
    since: parts.time(trouble.since),
    text: troubleInChinese(trouble, zone),
  });
  const row = (known: Known): FeedRow => {
    const watched = watchedIn(known);
    const trouble = watched === undefined ? null : troubleOf(watched, now(), zone);
    return {
      ...signsShown(parts, known.sign),
      unsigned: known.unsigned?.count ?? 0,
      watch: watched === undefined ? null : watchShown(watched, known.listed?.toldAt),
      trouble: trouble === null ? null : troubleShown(trouble),
    };
  };

  return async (_event: HttpEvent, reading: Reading): Promise<FeedsReply> => {
    throwIfRefused(refuseRefusedItems(reading));
    const [listed, seen, unsigned] = await Promise.all([feedWatches.list(), signs.feeds(), signs.unsigned()]);
    const names = [...new Set([...listed, ...seen].map(({ feed }) => feed))].sort();
    const rows = names.map((feed) =>
      row({
        sign: seen.find((each) => each.feed === feed) ?? { feed },
        listed: listed.find((each) => each.feed === feed),
        unsigned: unsigned.get(feed),
      }),
    );
    return {
      feeds: rows.toSorted((one, other) => Number(other.trouble !== null) - Number(one.trouble !== null)),
    };
  };
};
