import { RequestError } from '../../../shared/contracts/errors.ts';
import type { FeedItem } from '../../../shared/contracts/items.ts';
import type { EnterRefused } from '../../../shared/contracts/refused-items/enter.ts';
import { EnteredReply } from '../../../shared/contracts/replies/refused-items.ts';
import { parsedOrText } from '../../../shared/office/refused/keep.ts';
import type { ItemIntake } from '../../../shared/office/take-item.ts';
import type { Items } from '../../../shared/records/items.ts';
import type { RefusedItem, RefusedItems } from '../../../shared/records/register/refused-items.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { refuseRefusedItems } from '../../../shared/rules/reading/refused-items.ts';
import { readItem } from '../../intake-items/handler.ts';
import { refuseOpener } from '../open-case.ts';
import { type Sight, throwIfRefused } from '../sight.ts';
import type { Entered } from '../trying/enter.ts';
import { findRefused } from './read.ts';
import { createRefusedView, takenAs } from './view.ts';

interface Dependencies {
  refusedItems: Pick<RefusedItems, 'find' | 'put'>;
  items: Pick<Items, 'find'>;
  intake: Pick<ItemIntake, 'take'>;
  sight: Sight;
  regulation: Regulation;
  now: () => string;
}

const ATTEMPTS = 5;
/** What the feed wrote, as far as it is an item, with a person's fields in the place of its own. */
const mended = ({ raw, index }: RefusedItem, fields: EnterRefused['fields']): Record<string, unknown> => {
  const own = index === undefined ? undefined : parsedOrText(raw);
  const isItem = typeof own === 'object' && own !== null && !Array.isArray(own);
  return Object.fromEntries(
    Object.entries({ ...(isItem ? own : {}), ...fields }).filter(([, value]) => value !== null),
  );
};

/** The item as it is taken; where the feed gave it no id that can be used, it gets one of ours. Throws INVALID (422). */
const itemOf = (regulation: Regulation, refusal: RefusedItem, fields: EnterRefused['fields']): FeedItem => {
  const raw = mended(refusal, fields);
  const first = readItem(regulation, raw);
  const needsId =
    'problems' in first && !('id' in fields) && first.problems.some(({ field }) => field === 'id');
  const told = needsId ? readItem(regulation, { ...raw, id: `hand-${refusal.refused}` }) : first;
  if ('item' in told) return told.item;
  const problems = told.problems.map(({ field, message }) => ({ field: `fields.${field}`, message }));
  throw new RequestError(
    'INVALID',
    problems.map(({ field, message }) => `${field} ${message}`).join(';'),
    problems,
  );
};

/**
 * POST /v1/refused-items/{refused}/entry: takes what was refused as its giver puts it right, under its feed, as if it had been taken when
 * it came; he stands on record with it. What has been entered is told again, whatever comes with the request.
 */
export const createEnterRefused = (dependencies: Dependencies) => {
  const { refusedItems, items, intake, regulation, now } = dependencies;
  const view = createRefusedView(dependencies);
  /** Writes down who has entered it, unless another was quicker; what was told of it meanwhile stays. */
  const note = async (refusal: RefusedItem, entered: RefusedItem['entered']): Promise<RefusedItem> => {
    let there = refusal;
    for (let attempt = 0; attempt < ATTEMPTS && there.entered === undefined; attempt += 1) {
      const next = { ...there, entered, isOwed: false, revision: there.revision + 1 };
      if (await refusedItems.put(next)) return next;
      there = (await refusedItems.find(refusal.refused)) ?? there;
    }
    return there;
  };
  return async (given: EnterRefused, { event, actor, reading }: Entered): Promise<EnteredReply> => {
    throwIfRefused(refuseRefusedItems(reading) ?? refuseOpener({ reading, actor }));
    const refusal = await findRefused(refusedItems, event);
    const { feed, at: cameAt } = refusal;
    if (refusal.entered !== undefined) return EnteredReply.parse(await view.one(reading, refusal));
    if (refusal.isSecret)
      throw new RequestError(
        'SECRET_CONTENT',
        '这条信息标为涉密,内容不在本系统录入;请凭纸质件立案,标题写“见纸质件”',
      );
    if ((await takenAs(items, refusal)) !== undefined)
      throw new RequestError('REFUSED_ITEM_MENDED', '数据源已经重新推送这条信息并已入库,不必录入');
    const by = { id: actor.id, name: actor.name, role: actor.role };
    const { item } = await intake.take(feed, itemOf(regulation, refusal, given.fields), { by, cameAt });
    const there = await note(refusal, { at: now(), by, item: item.id });
    return EnteredReply.parse(await view.one(reading, there));
  };
};
