import { isSecret } from '../../shared/case/state.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import type { FeedItem, ItemWarning } from '../../shared/contracts/items.ts';
import { statusOf } from '../../shared/contracts/refusal-codes.ts';
import type {
  ItemAnswer,
  ItemsFailed,
  ItemsInvalid,
  ItemsTaken,
} from '../../shared/contracts/replies/items.ts';
import type { Mapping } from '../../shared/intake/mapping/mapping.ts';
import { follow, type Place } from '../../shared/intake/mapping/paths.ts';
import { readItem, wordsOf } from '../../shared/intake/read-item.ts';
import type { DispatchNotices } from '../../shared/notices/dispatch.ts';
import type { ItemResult } from '../../shared/office/items/item-result.ts';
import { createFirstCame } from '../../shared/office/refused/first-came.ts';
import { createKeepRefusedItem } from '../../shared/office/refused/keep.ts';
import { createTakenAs } from '../../shared/office/refused/mended.ts';
import type { ItemIntake } from '../../shared/office/take-item.ts';
import type { Cases } from '../../shared/records/cases.ts';
import type { Items } from '../../shared/records/items.ts';
import type { Pushes } from '../../shared/records/register/pushes.ts';
import type { Refusals } from '../../shared/records/register/refusals.ts';
import type { RefusedItems } from '../../shared/records/register/refused-items.ts';
import type { Signs } from '../../shared/records/register/signs.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { type Answer, createHttpFunction, type HttpEvent, pathPart } from '../http.ts';
import type { PartsOf } from '../lambda.ts';
import { logProblem } from '../log-problem.ts';
import { createReplyParts, suspectedView } from '../reply-parts.ts';
import { type AdmittedPush, createAdmitPush } from './admit-push.ts';
import { createFeedSigns } from './feed-signs.ts';
import type { FeedGate } from './gate.ts';
import { createKeepRefused } from './keep-refused.ts';
import { type Before, createTakeOnce } from './take-once.ts';

interface Dependencies {
  cases: Pick<Cases, 'load'>;
  items: Pick<Items, 'find' | 'findVersion'>;
  intake: ItemIntake;
  pushes: Pick<Pushes, 'begin'>;
  refusals: Refusals;
  refusedItems: RefusedItems;
  dispatch: DispatchNotices;
  signs: Signs;
  gate: FeedGate;
  regulation: Regulation;
  /** How a feed's items become ours. */
  mappingOf: (feed: string) => Mapping;
  now: () => string;
}

/** The id that an item was sent under, also of one that is refused. */
const idGiven = ({ fields }: Mapping, place: Place): string | undefined => {
  const id = typeof fields.id === 'string' ? follow(place, fields.id, true)?.value : undefined;
  return typeof id === 'string' || typeof id === 'number'
    ? String(id).slice(0, LONGEST_ID).toWellFormed()
    : undefined;
};
const LONGEST_ID = 200;

const taken = (
  regulation: Regulation,
  index: number,
  { status, item, joined }: ItemResult,
  warnings: readonly ItemWarning[],
): ItemAnswer => {
  const { level } = createReplyParts(regulation);
  return {
    index,
    id: item.id,
    status,
    warningLevel: level(item.grade.level),
    handlingLevel: level(item.grade.handling),
    score: item.grade.score,
    reasons: item.grade.reasons,
    ...(warnings.length === 0
      ? {}
      : { warnings: warnings.map(({ as: _, isGrave: __, ...warning }) => warning) }),
    ...(item.caseId === undefined ? {} : { case: item.caseId }),
    ...(joined === undefined
      ? {}
      : { joined: { by: joined.by, similarity: Math.round(joined.similarity * 100) / 100 } }),
    ...suspectedView(item.suspected),
  };
};

const REUSED =
  '本次推送的编号(webhook-id)已用于内容不同的另一次推送;请每次推送取新的编号,重发同一推送时才用原编号';

const answerOf = (
  items: ItemAnswer[],
  { reused }: AdmittedPush,
): Answer & { body: ItemsTaken | ItemsInvalid | ItemsFailed } => {
  const kept = items.filter((item) => item.status !== 'failed');
  const refused = kept.filter((item) => item.status === 'refused');
  const accepted = kept.length - refused.length;
  if (kept.length < items.length) {
    const message = '部分信息暂时未能入库,请整批重发';
    const code = 'ITEMS_FAILED';
    return { status: statusOf(code), body: { code, message, accepted, items } };
  }
  if (accepted === 0) {
    const message = '没有一条信息可以接收';
    const code = 'ITEMS_INVALID';
    return { status: statusOf(code), body: { code, message, accepted, items: refused } };
  }
  const status = refused.length === 0 ? 200 : 207;
  const notes = reused ? { notes: [REUSED] } : {};
  return { status, body: { accepted, refused: refused.length, ...notes, items: kept } };
};

/** A feed is told which case has its item; of a 涉密 one it hears nothing (reading R26). */
const toldToFeed = async (
  cases: Dependencies['cases'],
  { status, item, joined }: ItemResult,
): Promise<ItemResult> => {
  if (item.caseId === undefined) return { status, item };
  const state = await cases.load(item.caseId);
  if (state !== null && !isSecret(state))
    return { status, item, ...(joined === undefined ? {} : { joined }) };
  const { caseId: _, ...without } = item;
  return { status, item: without };
};

/**
 * POST /v1/feeds/{feed}/items. Asks the gate whether the sender may bring this, takes the items one by one and answers for each.
 * 200 when all were taken (repeats are successes), 207 when some were, 422 when none was.
 */
export const createIntakeItems = (dependencies: Dependencies) => {
  const { cases, refusals, refusedItems, gate, regulation, mappingOf, now } = dependencies;
  const feedSigns = createFeedSigns(dependencies);
  const keepRefused = createKeepRefused({ refusals, gate, now });
  const firstCame = createFirstCame({ ...dependencies, takenAs: createTakenAs(dependencies) });
  const keepRefusedItem = createKeepRefusedItem({ ...dependencies, firstCame });
  const admitPush = createAdmitPush({ ...dependencies, keepRefusedItem, feedSigns });
  const takeOnce = createTakeOnce({ ...dependencies, firstCame });
  const takeOne = async (
    feed: string,
    { body: around, ...before }: Pick<AdmittedPush, 'body' | 'since'> & Before,
    raw: unknown,
    index: number,
  ): Promise<ItemAnswer> => {
    const mapping = mappingOf(feed);
    const readFrom = (cameAt: string) => readItem(regulation, mapping, { raw, around, now: now(), cameAt });
    const told = readFrom(before.since ?? now());
    const id = idGiven(mapping, { item: raw, around });
    if ('problems' in told) {
      const { problems } = told;
      await refusals.record({
        at: now(),
        from: feed,
        code: 'ITEM_INVALID',
        detail: { index, id: id ?? '', field: problems[0]?.field ?? '', problem: problems[0]?.message ?? '' },
      });
      const words = wordsOf(regulation, mapping, { raw, around, now: now() });
      await keepRefusedItem({ feed, raw, code: 'ITEM_INVALID', problems, index, item: id, words });
      return {
        index,
        ...(id === undefined ? {} : { id }),
        status: 'refused',
        code: 'ITEM_INVALID',
        message: `第${index + 1}条:${problems.map(({ field, message }) => `${field} ${message}`).join(';')}`,
        problems,
      };
    }
    try {
      // What is wrong with an item, and what is not, does not hang on when it came.
      const itemFrom = (cameAt: string): FeedItem => (readFrom(cameAt) as { item: FeedItem }).item;
      const result = await takeOnce(feed, itemFrom, before);
      return taken(regulation, index, await toldToFeed(cases, result), result.warnings ?? told.item.warnings);
    } catch (error) {
      // The others go on; the sender repeats this one and meets no duplicate.
      logProblem(`item ${feed}/${told.item.id}`, error);
      return {
        index,
        id: told.item.id,
        status: 'failed',
        code: 'ITEM_FAILED',
        message: `第${index + 1}条暂时未能入库,请重发`,
      };
    }
  };

  const receive = async (event: HttpEvent, feed: string): Promise<Answer> => {
    const push = await admitPush(event, feed);
    const hadRefusals = await refusedItems.hasAny(feed);
    const items: ItemAnswer[] = [];
    for (const [index, raw] of push.items.entries())
      items.push(await takeOne(feed, { ...push, hadRefusals }, raw, index));
    const answer = answerOf(items, push);
    await feedSigns.answered(feed, answer.body);
    return answer;
  };

  return async (event: HttpEvent): Promise<Answer> => {
    const feed = pathPart(event, 'feed');
    try {
      return await receive(event, feed);
    } catch (error) {
      if (error instanceof RequestError) {
        await keepRefused(event, feed, error.code);
        await feedSigns.refused(feed, error);
      }
      throw error;
    }
  };
};

export const intakeItems = (parts: PartsOf<typeof createIntakeItems>) =>
  createHttpFunction([{ method: 'POST', path: '/v1/feeds/{feed}/items', handler: createIntakeItems(parts) }]);
