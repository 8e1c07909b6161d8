import type { ItemsFailed, ItemsInvalid, ItemsTaken } from '../../shared/contracts/replies/items.ts';
import type { FeedSignPart, Signs } from '../../shared/records/register/signs.ts';
import { logProblem } from '../log-problem.ts';
import type { FeedGate } from './gate.ts';

interface Dependencies {
  signs: Signs;
  gate: Pick<FeedGate, 'isRegistered'>;
  now: () => string;
}
/** Of a feed and kind: a flood of pushes writes no more than a few. */
const NOTED_EVERY_MILLISECONDS = 60_000;
const LONGEST_MESSAGE = 120;
/** Of so many in a row every one is counted; of more, one a minute. */
const COUNTED_EACH = 100;

/** Leaves the last signs of each feed. What cannot be noted keeps no push away. */
export const createFeedSigns = ({ signs, gate, now }: Dependencies) => {
  const noted = new Map<string, number>();
  const inARow = new Map<string, number>();
  const attempt = async (feed: string, write: () => Promise<void>): Promise<void> => {
    try {
      await write();
    } catch (error) {
      logProblem(`feed ${feed} signs`, error);
    }
  };
  const isTurn = (key: string, at: string): boolean => {
    if (Math.abs(Date.parse(at) - (noted.get(key) ?? 0)) < NOTED_EVERY_MILLISECONDS) return false;
    noted.set(key, Date.parse(at));
    return true;
  };
  const note = async (feed: string, kind: string, sign: (at: string) => FeedSignPart): Promise<void> => {
    const at = now();
    // Made-up names have no signs.
    if (!gate.isRegistered(feed) || !isTurn(`${kind} ${feed}`, at)) return;
    await attempt(feed, () => signs.noteFeed(feed, sign(at)));
  };
  const refused = (feed: string, { code, message }: { code: string; message: string }): Promise<void> =>
    note(feed, 'refused', (at) => ({
      refused: { at, code, message: message.slice(0, LONGEST_MESSAGE).toWellFormed() },
    }));
  return {
    /** The whole push was turned away. */
    refused,
    /** It was turned away since it was not signed as it should be; a secret that is not there is no fault of the feed. */
    unsigned: async (feed: string, { code }: { code: string }): Promise<void> => {
      const at = now();
      if (code === 'FEED_SECRET_MISSING') return;
      if ((inARow.get(feed) ?? 0) >= COUNTED_EACH && !isTurn(`unsigned ${feed}`, at)) return;
      await attempt(feed, async () => {
        inARow.set(feed, await signs.noteUnsigned(feed, at));
      });
    },
    /** Its feed has signed it. */
    signed: async (feed: string): Promise<void> => {
      inARow.delete(feed);
      await attempt(feed, () => signs.noteSigned(feed));
    },
    /** Its items were looked at. One that could not be stored just now says nothing of the feed. */
    answered: async (feed: string, body: ItemsTaken | ItemsInvalid | ItemsFailed): Promise<void> => {
      const items = body.accepted;
      if (items > 0) await note(feed, 'accepted', (at) => ({ accepted: { at, items } }));
      else if ('code' in body && body.code === 'ITEMS_INVALID') await refused(feed, body);
    },
  };
};
export type FeedSigns = ReturnType<typeof createFeedSigns>;
