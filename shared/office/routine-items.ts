import { measureOf } from '../grading/stories/compare.ts';
import type { ItemRecord, Items } from '../records/items.ts';
import { settingsOf } from '../regulations/lookup.ts';
import { SAME_MATTER_SETTING } from '../regulations/reserved.ts';
import type { Regulation } from '../regulations/schema.ts';
import { isHarmless } from '../rules/items/signs.ts';
import { millisecondsOf, subtract } from '../time/instants.ts';
import { createRecentMatters } from './recent-matters.ts';

/** Within this time items of one matter count together. */
const WITHIN = 'PT1H';

const nameOf = ({ feed, id }: { feed: string; id: string }): string => JSON.stringify([feed, id]);
/** Items that other processes took are looked for so often at most. */
const LOOKED_FOR_MILLISECONDS = 2000;

interface Dependencies {
  items: Pick<Items, 'onBoard' | 'findEach'>;
  regulation: Regulation;
}

/** The matters of the last hour; what this process did not take itself is read from the board, once. */
const createMatters = ({ items, regulation }: Dependencies) => {
  const matters = createRecentMatters(measureOf(regulation));
  let reading: Promise<void> = Promise.resolve();
  let readAt: string | undefined;

  const read = async (since: string): Promise<void> => {
    matters.forgetBefore(since);
    const unknown = (await items.onBoard('routine', { from: since })).filter(
      (key) => !matters.knows(nameOf(key)),
    );
    const at = new Map(unknown.map((key) => [nameOf(key), key.at]));
    for (const item of await items.findEach(unknown)) matters.note(nameOf(item), item, at.get(nameOf(item))!);
  };

  return {
    ...matters,
    catchUp: async (now: string, since: string): Promise<void> => {
      if (
        readAt === undefined ||
        Math.abs(millisecondsOf(now) - millisecondsOf(readAt)) >= LOOKED_FOR_MILLISECONDS
      ) {
        readAt = now;
        // What could not be read now is read with a later item.
        reading = read(since).catch((error: unknown) => {
          readAt = undefined;
          throw error;
        });
      }
      await reading;
    },
  };
};

/**
 * Whether somebody on duty is told of an item without clocks at once: of what is not harmless, of a matter as soon as so many
 * tell it, and again with so many more.
 */
export const createNeedsAlert = (dependencies: Dependencies) => {
  const { regulation } = dependencies;
  const matters = createMatters(dependencies);
  const many = Number(settingsOf(regulation)[SAME_MATTER_SETTING]);
  return async (item: ItemRecord, now: string): Promise<boolean> => {
    const since = subtract(now, WITHIN, regulation.zone);
    await matters.catchUp(now, since);
    matters.note(nameOf(item), item, item.readings[0]?.at ?? now);
    const { all, told } = matters.count(nameOf(item), since);
    const isAlert = !isHarmless(regulation, item) || all >= many * (told + 1);
    if (isAlert) matters.noteAlert(nameOf(item));
    return isAlert;
  };
};
