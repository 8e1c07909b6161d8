import { RequestError } from '../../../shared/contracts/errors.ts';
import type { JudgeRefused } from '../../../shared/contracts/refused-items/judge.ts';
import type { RefusedItemReply } from '../../../shared/contracts/replies/intake/refused-items.ts';
import { createTakenAs, type TakenAs } from '../../../shared/office/refused/mended.ts';
import type { Items } from '../../../shared/records/items.ts';
import type { RefusedItem, RefusedItems } from '../../../shared/records/register/refused-items.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { MOST_JUDGEMENTS, refuseJudge } from '../../../shared/rules/items/judging.ts';
import { isSaidOfRefused, refuseRefusedJudgement } from '../../../shared/rules/items/judging-refused.ts';
import { refuseRefusedItems } from '../../../shared/rules/reading/refused-items.ts';
import { type Sight, throwIfRefused } from '../sight.ts';
import type { Entered } from '../trying/enter.ts';
import { findRefused } from './read.ts';
import { createRefusedView } from './view.ts';

interface Dependencies {
  refusedItems: Pick<RefusedItems, 'find' | 'put'>;
  items: Pick<Items, 'find' | 'findVersion'>;
  sight: Sight;
  regulation: Regulation;
  now: () => string;
}

const ATTEMPTS = 5;
/** As said: what needs no entry nobody has to be told of; taken back, it is told of if nobody had heard of it by then. */
const judged = (
  refusal: RefusedItem,
  given: JudgeRefused,
  { at, by }: { at: string; by: NonNullable<RefusedItem['judgements']>[number]['by'] },
): RefusedItem => {
  const said = { as: given.as, at, by, wasOwed: refusal.isOwed };
  const { judgements = [] } = refusal;
  return {
    ...refusal,
    judgements: [...judgements, given.reason === undefined ? said : { ...said, reason: given.reason }],
    isOwed: given.as === 'takenBack' && judgements.at(-1)?.wasOwed === true,
    revision: refusal.revision + 1,
  };
};

/** Throws REFUSED_ITEM_TAKEN, ITEM_JUDGED_TOO_OFTEN (409). */
const requireOpen = async (takenAs: TakenAs, refusal: RefusedItem): Promise<void> => {
  if ((await takenAs(refusal)) !== undefined)
    throw new RequestError('REFUSED_ITEM_TAKEN', '这条信息已经入库,请在舆情信息中处理');
  if ((refusal.judgements?.length ?? 0) >= MOST_JUDGEMENTS)
    throw new RequestError(
      'ITEM_JUDGED_TOO_OFTEN',
      `对这条信息的认定已更改${MOST_JUDGEMENTS}次,不能再改;需要的请录入`,
    );
};

/**
 * POST /v1/refused-items/{refused}/judgement: what was refused needs no entry, or does after all. Who said so, when and why stands with it.
 * What is said already is no change.
 */
export const createJudgeRefused = (dependencies: Dependencies) => {
  const { refusedItems, regulation, now } = dependencies;
  const takenAs = createTakenAs(dependencies);
  const view = createRefusedView(dependencies);
  return async (given: JudgeRefused, { event, actor, reading }: Entered): Promise<RefusedItemReply> => {
    throwIfRefused(refuseRefusedItems(reading) ?? refuseJudge(regulation, actor.role));
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const refusal = await findRefused(refusedItems, event);
      if (isSaidOfRefused(refusal, given.as)) return view.one(reading, refusal);
      await requireOpen(takenAs, refusal);
      throwIfRefused(refuseRefusedJudgement(refusal, given));
      const by = { id: actor.id, name: actor.name, role: actor.role };
      const next = judged(refusal, given, { at: now(), by });
      if (await refusedItems.put(next)) return view.one(reading, next);
    }
    throw new Error('A refused item is being written by too many at once');
  };
};
