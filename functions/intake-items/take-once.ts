import type { FeedItem } from '../../shared/contracts/items.ts';
import type { ItemResult } from '../../shared/office/items/item-result.ts';
import type { FirstCame } from '../../shared/office/refused/first-came.ts';
import type { ItemIntake } from '../../shared/office/take-item.ts';
import type { RefusedItems } from '../../shared/records/register/refused-items.ts';

interface Dependencies {
  refusedItems: Pick<RefusedItems, 'put'>;
  firstCame: Pick<FirstCame, 'find'>;
  intake: Pick<ItemIntake, 'take' | 'takeAgain'>;
  now: () => string;
}
/** Of a push: when the same first came, and whether anything of its feed was refused of late. */
export interface Before {
  since?: string | undefined;
  hadRefusals: boolean;
}

/**
 * Takes an item of a push. What its feed had brought before, in a push that was cut off or in a way that was refused, is the bureau's since
 * then: that nobody could take it buys no time, and its own words (刚刚) count from there. `readFrom` reads it as one that first came then.
 */
export const createTakeOnce =
  ({ refusedItems, firstCame, intake, now }: Dependencies) =>
  async (
    feed: string,
    readFrom: (at: string) => FeedItem,
    { since, hadRefusals }: Before,
  ): Promise<ItemResult> => {
    // As it reads does not hang on when it came, but for its times.
    const refusal = hadRefusals ? await firstCame.find(feed, readFrom(since ?? now()), now()) : undefined;
    const instants = [refusal?.at, since].filter((at) => at !== undefined).sort();
    const [cameAt] = instants;
    const item = readFrom(cameAt ?? now());
    const entry = cameAt === undefined ? undefined : { cameAt };
    const result =
      since === undefined
        ? await intake.take(feed, item, entry)
        : await intake.takeAgain(feed, item, { since, cameAt: cameAt ?? since });
    // Under another id than it was refused with it would not be found.
    if (refusal !== undefined && refusal.item !== result.item.id)
      await refusedItems.put({ ...refusal, mendedAs: result.item.id, revision: refusal.revision + 1 });
    return result;
  };
