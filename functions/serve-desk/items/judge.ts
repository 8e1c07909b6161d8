import type { Actor } from '../../../shared/case/events.ts';
import { versionOf } from '../../../shared/case/item-version.ts';
import { RequestError } from '../../../shared/contracts/errors.ts';
import type { JudgeItem } from '../../../shared/contracts/judged-items/judge.ts';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import type { ItemRecord, Items } from '../../../shared/records/items.ts';
import type { Stories } from '../../../shared/records/stories/stories.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import {
  deniedOf,
  isOpenTo,
  isSaid,
  judgedNow,
  MOST_JUDGEMENTS,
  refuseJudge,
  refuseJudgement,
} from '../../../shared/rules/items/judging.ts';
import { throwIfRefused } from '../sight.ts';
import type { Entered } from '../trying/enter.ts';
import type { ItemReading } from './read.ts';

interface Dependencies {
  items: Pick<Items, 'put'>;
  stories: Pick<Stories, 'part'>;
  reading: ItemReading;
  regulation: Regulation;
  now: () => string;
}

const ATTEMPTS = 5;
/** Throws ITEM_IN_CASE, ITEM_JUDGED_TOO_OFTEN (409), ITEM_CHANGED (412). */
const requireOpenTo = (item: ItemRecord, given: JudgeItem): void => {
  const { version = versionOf(item) } = given;
  if (!isOpenTo(item, given))
    throw new RequestError('ITEM_IN_CASE', '这条信息已在案卷中,或正在立案,请在案卷中办理');
  if ((item.judgements?.length ?? 0) >= MOST_JUDGEMENTS)
    throw new RequestError(
      'ITEM_JUDGED_TOO_OFTEN',
      `对这条信息的处理已更改${MOST_JUDGEMENTS}次,不能再改;需要处理的,请据以立案或并入案卷`,
    );
  if (version !== versionOf(item))
    throw new RequestError(
      'ITEM_CHANGED',
      `这条信息的内容又有改动,现为第${versionOf(item)}版;请看过新的内容再定`,
    );
};

/** What is denied, or taken back, what tells the same later follows; said before it stands with the item, since it can be said again. */
const createFollow =
  ({ stories, now }: Pick<Dependencies, 'stories' | 'now'>) =>
  async (item: ItemRecord, { as, case: caseId }: JudgeItem): Promise<void> => {
    const again = as === 'takenBack' ? deniedOf(item) : [];
    const from = as === 'notSame' && caseId !== undefined ? [caseId] : [];
    if (again.length + from.length === 0) return;
    await stories.part(
      item,
      { from, again, ...(item.outcome === 'inCase' && { caseId: item.caseId }) },
      now(),
    );
  };

/**
 * POST /v1/items/{feed}/{item}/judgement: 已阅, 不属本局, or neither after all, of an item that is in no case; 不是同一舆情 of any. Who said
 * it, when and why stands with the item. What is said already is no change.
 */
export const createJudgeItem = ({ items, stories, reading: itemReading, regulation, now }: Dependencies) => {
  const follow = createFollow({ stories, now });
  const judged = (item: ItemRecord, given: JudgeItem, { id, name, role }: Actor): ItemRecord => ({
    ...item,
    judgements: [
      ...(item.judgements ?? []),
      {
        ...judgedNow(regulation, item, given),
        at: now(),
        by: { id, name, role },
        ...(given.reason === undefined ? {} : { reason: given.reason }),
      },
    ],
    revision: item.revision + 1,
  });
  return async (given: JudgeItem, { event, actor, reading }: Entered): Promise<ItemReply> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const item = await itemReading.find(event, reading);
      throwIfRefused(refuseJudge(regulation, actor.role));
      if (isOpenTo(item, given) && isSaid(regulation, item, given)) return itemReading.show(reading, item);
      requireOpenTo(item, given);
      throwIfRefused(refuseJudgement(regulation, item, given));
      await follow(item, given);
      const next = judged(item, given, actor);
      if (await items.put(next)) return itemReading.show(reading, next);
    }
    const { feed, item } = event.pathParameters ?? {};
    throw new Error(`Item ${feed}/${item} is being written by too many at once`);
  };
};
