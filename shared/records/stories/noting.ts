import { type Telling, tellingOf } from '../../grading/stories/telling.ts';
import type { Memory } from './memory.ts';
import type { ReadLedger } from './read-ledger.ts';
import { nameOf, saysTheSame, type Told } from './told.ts';

interface Noted {
  caseId: string;
  name: string;
  telling: Telling;
  byHand: boolean;
}
/** Whether nothing new would be noted: the case is known to tell this, and the item to be in it. */
const isNoted = (memory: Memory, { caseId, name, telling, byHand }: Noted): boolean => {
  const entries = [...memory.entries.values()];
  const own = entries.filter(({ item }) => item === name);
  // Where it is now it has to be said, and that it is there after all.
  const place = memory.placeOf(name);
  if ((place !== undefined && place !== caseId) || memory.partedFrom(name).includes(caseId)) return false;
  const isTold = entries.some(
    (entry) =>
      memory.caseOf(entry) === caseId &&
      saysTheSame(entry.telling, telling) &&
      // What an item tells is more than the same words by hand.
      (byHand || !entry.byHand),
  );
  return (
    isTold && (own.every(({ owner }) => owner === undefined) || own.some((entry) => entry.caseId === caseId))
  );
};

/** Notes that a case tells an item's story; `byHand`: whoever opened it wrote so. A repeat adds nothing. */
export const createNote =
  ({ memory, add, onAll }: Pick<ReadLedger, 'memory' | 'add' | 'onAll'>) =>
  async (caseId: string, item: Told, now: string, { byHand = false } = {}): Promise<void> => {
    const telling = tellingOf(item);
    const name = nameOf(item);
    await onAll(now, async () => {
      if (isNoted(memory, { caseId, name, telling, byHand })) return true;
      const isClaimed = [...memory.entries.values()].some(
        (entry) => entry.item === name && saysTheSame(entry.telling, telling),
      );
      const from = memory.partedFrom(name);
      const parted = from.filter((each) => each !== caseId);
      const isAdded = await add({
        ...{ at: now, item: name, caseId, telling: isClaimed ? null : telling },
        ...(byHand && { byHand: true as const }),
        ...(parted.length < from.length && { parted }),
      });
      return isAdded || undefined;
    });
  };
