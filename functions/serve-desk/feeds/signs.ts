import type { FeedRow } from '../../../shared/contracts/replies/intake/feeds.ts';
import type { FeedSign } from '../../../shared/records/register/signs.ts';
import type { ReplyParts } from '../../reply-parts.ts';

/** The last signs of a feed, as people read them. */
export const signsShown = (
  { time }: Pick<ReplyParts, 'time'>,
  { feed, accepted, refused }: FeedSign,
): Pick<FeedRow, 'feed' | 'accepted' | 'refused'> => ({
  feed,
  accepted: accepted === undefined ? null : { ...accepted, at: time(accepted.at) },
  refused: refused === undefined ? null : { ...refused, at: time(refused.at) },
});
