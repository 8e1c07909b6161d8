import { isSecret } from '../../shared/case/state.ts';
import { IN_ENGLISH } from '../../shared/contracts/english.ts';
import { type Problem, RequestError } from '../../shared/contracts/errors.ts';
import { FeedItem, problemsIn } from '../../shared/contracts/items.ts';
import { statusOf } from '../../shared/contracts/refusal-codes.ts';
import type {
  ItemAnswer,
  ItemsFailed,
  ItemsInvalid,
  ItemsTaken,
} from '../../shared/contracts/replies/items.ts';
import type { DispatchNotices } from '../../shared/notices/dispatch.ts';
import { notesOn } from '../../shared/office/item-times.ts';
import { createKeepRefusedItem } from '../../shared/office/refused/keep.ts';
import type { ItemIntake, ItemResult } from '../../shared/office/take-item.ts';
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
import { createReplyParts } from '../reply-parts.ts';
import { type AdmittedPush, createAdmitPush } from './admit-push.ts';
import { createFeedSigns } from './feed-signs.ts';
import type { FeedGate } from './gate.ts';
import { createKeepRefused } from './keep-refused.ts';
import { readNames } from './read-names.ts';
import { createTakeOnce } from './take-once.ts';

interface Dependencies {
  cases: Pick<Cases, 'load'>;
  items: Pick<Items, 'find'>;
  intake: ItemIntake;
  pushes: Pick<Pushes, 'begin'>;
  refusals: Refusals;
  refusedItems: RefusedItems;
  dispatch: DispatchNotices;
  signs: Signs;
  gate: FeedGate;
  regulation: Regulation;
  now: () => string;
}
/** The item as it is taken in, or all that is wrong with it. */
export const readItem = (
  regulation: Regulation,
  raw: unknown,
): { item: FeedItem } | { problems: Problem[] } => {
  const parsed = FeedItem.safeParse(raw, IN_ENGLISH);
  if (!parsed.success) return { problems: problemsIn(parsed.error) };
  const { item, problems } = readNames(regulation, parsed.data);
  return problems.length > 0 ? { problems } : { item };
};

const taken = (
  regulation: Regulation,
  index: number,
  { status, item, joined }: ItemResult,
  notes: string[],
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
    ...(notes.length === 0 ? {} : { notes }),
    ...(item.caseId === undefined ? {} : { case: item.caseId }),
    ...(joined === undefined
      ? {}
      : { joined: { by: joined.by, similarity: Math.round(joined.similarity * 100) / 100 } }),
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
  const { cases, refusals, gate, regulation, now } = dependencies;
  const feedSigns = createFeedSigns(dependencies);
  const keepRefused = createKeepRefused({ refusals, gate, now });
  const keepRefusedItem = createKeepRefusedItem(dependencies);
  const admitPush = createAdmitPush({ ...dependencies, keepRefusedItem });
  const takeOnce = createTakeOnce(dependencies);
  const takeOne = async (feed: string, raw: unknown, index: number, since?: string): Promise<ItemAnswer> => {
    const told = readItem(regulation, raw);
    const given = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
    const id =
      typeof given === 'string' || typeof given === 'number'
        ? String(given).slice(0, 200).toWellFormed()
        : undefined;
    if ('problems' in told) {
      const { problems } = told;
      await refusals.record({
        at: now(),
        from: feed,
        code: 'ITEM_INVALID',
        detail: { index, id: id ?? '', field: problems[0]?.field ?? '', problem: problems[0]?.message ?? '' },
      });
      await keepRefusedItem({ feed, raw, code: 'ITEM_INVALID', problems, index, item: id });
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
      const notes = notesOn(told.item, now());
      const result = await takeOnce(feed, told.item, since);
      return taken(regulation, index, await toldToFeed(cases, result), notes);
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
    const items: ItemAnswer[] = [];
    for (const [index, raw] of push.items.entries()) items.push(await takeOne(feed, raw, index, push.since));
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
