import { createHash } from 'node:crypto';
import type { DispatchNotices } from '../../shared/notices/dispatch.ts';
import { linkOf } from '../../shared/notices/phrases.ts';
import { createTakenAs } from '../../shared/office/refused/mended.ts';
import { createTellOfRefused, type TellDependencies } from '../../shared/office/refused/tell.ts';
import type { Items } from '../../shared/records/items.ts';
import type { RefusedItem, RefusedItems } from '../../shared/records/register/refused-items.ts';
import { mapEach } from '../../shared/records/some-at-once.ts';
import { dayPlanOf, lastDigest } from '../../shared/regulations/day.ts';
import { dueInChinese, instantOf, millisecondsOf } from '../../shared/time/instants.ts';

interface Dependencies extends TellDependencies {
  refusedItems: RefusedItems;
  items: Pick<Items, 'find' | 'findVersion'>;
  dispatch: DispatchNotices;
}
/** Tells the office of what was refused, with the digest, and clears what is kept no longer; returns of how many it was told. */
export type TellRefused = () => Promise<number>;

const KEPT_MILLISECONDS = 90 * 86_400_000;
const CLEARED_AT_ONCE = 1000;

/** The part of a sweep that looks after what was refused. A repeat changes nothing. */
export const createTellRefused = (dependencies: Dependencies): TellRefused => {
  const { refusedItems, dispatch, regulation, now } = dependencies;
  const tell = createTellOfRefused(dependencies);
  // What its feed has mended itself, or somebody has entered, nobody need be told of.
  const takenAs = createTakenAs(dependencies);
  const isMended = async (each: RefusedItem): Promise<boolean> =>
    each.entered !== undefined || (await takenAs(each)) !== undefined;
  const settle = (each: RefusedItem) =>
    refusedItems.put({ ...each, isOwed: false, revision: each.revision + 1 });

  const sendDigest = async (): Promise<number> => {
    const at = lastDigest(dayPlanOf(regulation), now());
    const owed = await refusedItems.owed('digest', { upTo: instantOf(millisecondsOf(at) - 1) });
    const looked = await mapEach(owed, async (each) => ({ each, mended: await isMended(each) }));
    await mapEach(
      looked.filter(({ mended }) => mended),
      ({ each }) => settle(each),
    );
    const waiting = looked.filter(({ mended }) => !mended).map(({ each }) => each);
    if (waiting.length === 0) return 0;
    const names = waiting.map(({ refused }) => refused).sort();
    const which = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16);
    const isTold = await tell(waiting, {
      group: `REFUSED#${at}#${which}`,
      template: 'refusedItems',
      variables: {
        count: String(waiting.length),
        time: dueInChinese(at, regulation.zone),
        link: linkOf(regulation),
      },
    });
    if (!isTold) return 0;
    await dispatch();
    return waiting.length;
  };

  return async () => {
    const told = await sendDigest();
    await refusedItems.clear(instantOf(millisecondsOf(now()) - KEPT_MILLISECONDS), CLEARED_AT_ONCE);
    return told;
  };
};
