import type { ItemRecord } from '../../../shared/records/items.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { isWaiting, refuseJudge } from '../../../shared/rules/items/judging.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import type { Refusal } from '../../../shared/rules/refusal.ts';

export interface MayJudgeDependencies {
  regulation: Regulation;
  /** Why he may not act, where only who stands in the roster may. */
  refuseHolder: (reading: Reading) => Refusal | undefined;
}
/** What the reader may say of an item: that it is read, or not the bureau's; and that it is not the matter of a case. */
export const createMayJudge = ({ regulation, refuseHolder }: MayJudgeDependencies) => {
  const isJudge = (reading: Reading): boolean =>
    refuseHolder(reading) === undefined && refuseJudge(regulation, reading.who.actor.role) === undefined;
  return {
    mayJudge: (reading: Reading, item: Pick<ItemRecord, 'outcome'>): boolean =>
      isWaiting(item) && isJudge(reading),
    mayDeny: (reading: Reading, { outcome }: Pick<ItemRecord, 'outcome'>): boolean =>
      outcome !== 'pending' && isJudge(reading),
  };
};
