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

/** Leaves the last signs of each feed. What cannot be noted keeps no push away. */
export const createFeedSigns = ({ signs, gate, now }: Dependencies) => {
  const noted = new Map<string, number>();
  const note = async (feed: string, kind: string, sign: (at: string) => FeedSignPart): Promise<void> => {
    // Made-up names have no signs.
    if (!gate.isRegistered(feed)) return;
    const at = now();
    const key = `${kind} ${feed}`;
    if (Math.abs(Date.parse(at) - (noted.get(key) ?? 0)) < NOTED_EVERY_MILLISECONDS) return;
    noted.set(key, Date.parse(at));
    try {
      await signs.noteFeed(feed, sign(at));
    } catch (error) {
      logProblem(`feed ${feed} signs`, error);
    }
  };
  const refused = (feed: string, { code, message }: { code: string; message: string }): Promise<void> =>
    note(feed, 'refused', (at) => ({
      refused: { at, code, message: message.slice(0, LONGEST_MESSAGE).toWellFormed() },
    }));
  return {
    /** The whole push was turned away. */
    refused,
    /** Its items were looked at. One that could not be stored just now says nothing of the feed. */
    answered: async (feed: string, body: ItemsTaken | ItemsInvalid | ItemsFailed): Promise<void> => {
      const items = body.accepted;
      if (items > 0) await note(feed, 'accepted', (at) => ({ accepted: { at, items } }));
      else if ('code' in body && body.code === 'ITEMS_INVALID') await refused(feed, body);
    },
  };
};
