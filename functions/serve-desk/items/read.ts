import { versionOf } from '../../../shared/case/item-version.ts';
import { RequestError } from '../../../shared/contracts/errors.ts';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import type { ItemRecord, Items } from '../../../shared/records/items.ts';
import { becameOf } from '../../../shared/rules/items/judging.ts';
import { type Reading, refuseReading } from '../../../shared/rules/reading/cases.ts';
import { type HttpEvent, pathPart, queryOf } from '../../http.ts';
import { type Sight, throwIfRefused } from '../sight.ts';
import { itemView } from '../views/item.ts';
import { createMayJudge, type MayJudgeDependencies } from './may-judge.ts';

export interface ItemReadingDependencies extends MayJudgeDependencies {
  items: Pick<Items, 'find' | 'findVersion'>;
  sight: Sight;
}

/** What an earlier version said is read by the right, and under the secrecy, of the item as it stands; so is what was said of it. */
const inPlaceOf = ({ caseId, outcome, versions, judgements }: ItemRecord, said: ItemRecord): ItemRecord => {
  const { caseId: _, versions: __, judgements: ___, ...rest } = said;
  return {
    ...rest,
    outcome,
    ...(caseId === undefined ? {} : { caseId }),
    ...(versions === undefined ? {} : { versions }),
    ...(judgements === undefined ? {} : { judgements }),
  };
};

const LONGEST_ITEM_KEY = 300;
/** What is read of an item: it is its case's, else its unit's. */
export const createItemReading = ({ items, sight, ...dependencies }: ItemReadingDependencies) => {
  const { regulation } = dependencies;
  const { mayJudge, mayDeny } = createMayJudge(dependencies);
  /** The item that a path names. Throws ITEM_UNKNOWN (404). */
  const find = async (event: HttpEvent, reading: Reading): Promise<ItemRecord> => {
    throwIfRefused(refuseReading(reading, 'ReadCases'));
    const [feed, id] = [pathPart(event, 'feed'), pathPart(event, 'item')];
    const found = feed.length + id.length > LONGEST_ITEM_KEY ? undefined : await items.find(feed, id);
    if (found === undefined || !(await sight.seesItem(reading, found)))
      throw new RequestError('ITEM_UNKNOWN', '没有这条舆情信息');
    return found;
  };
  /** `said`: the version of it that is shown. */
  const show = async (
    reading: Reading,
    found: ItemRecord,
    { said, version }: { said: ItemRecord; version: number } = { said: found, version: versionOf(found) },
  ): Promise<ItemReply> => {
    // Where it was once, and is no more, may be a case that he may not know of.
    const isShown = found.caseId !== undefined && (await sight.seesCase(reading, found.caseId));
    const item = await sight.shownItem(reading, inPlaceOf(found, said));
    const { caseId: _, ...without } = item;
    return itemView(regulation, await sight.withSeenSuspects(reading, isShown ? item : without), {
      mayJudge: mayJudge(reading, found),
      mayDeny: mayDeny(reading, found),
      became: becameOf(regulation, found),
      version,
    });
  };
  return {
    find,
    show,
    /** GET /v1/items/{feed}/{item}; `?version=`: as it was then. Throws ITEM_UNKNOWN (404). */
    one: async (event: HttpEvent, reading: Reading): Promise<ItemReply> => {
      const { version } = queryOf('GET /v1/items/{feed}/{item}', event);
      const found = await find(event, reading);
      if (version === undefined || version === versionOf(found)) return show(reading, found);
      const said = await items.findVersion(found.feed, found.id, version);
      if (said === undefined) throw new RequestError('ITEM_UNKNOWN', `这条舆情信息没有第${version}版`);
      return show(reading, found, { said, version });
    },
  };
};
export type ItemReading = ReturnType<typeof createItemReading>;
