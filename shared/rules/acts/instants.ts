import type { CaseEvent } from '../../case/events.ts';
import { unjudged } from '../../case/state/case-item.ts';
import type { CaseState } from '../../case/state.ts';
import { beginningOf, kindsBehind, knewAt } from '../../deadlines/starts/beginnings.ts';
import { type Receipt, receiptsIn, receiptsOf } from '../../deadlines/starts/receipts.ts';
import { giversOf, nameIn } from '../../regulations/lookup.ts';
import type { InstantId } from '../../regulations/schema.ts';
import {
  earliest,
  endOfDay,
  isAhead,
  latest,
  momentInChinese,
  notAhead,
  startOfDay,
  withOffset,
} from '../../time/instants.ts';
import { type Context, scheduleOf } from '../context.ts';
import { type Gain, gainsOf } from '../limits/buys-time.ts';
import { checkTimeGrant } from '../limits/time-grant.ts';
import { isSamePerson, refuseUnknownPerson, whoIs } from '../persons.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import type { CommandOf, Decide } from '../refusing.ts';
import { firstCome } from './found.ts';

type Stating = Pick<CommandOf<'CorrectInstant'>, 'instant' | 'at'>;
type Stated = Readonly<Record<string, string | null | undefined>>;
/** What is doubted (存疑) starts nothing: stated again, it is made sure of. */
const statedIn = ({ instants, outbreaks, doubts, items }: CaseState): Stated => ({
  ...instants,
  outbreakAt: outbreaks.at(-1)?.at ?? instants.outbreakAt,
  ...Object.fromEntries(
    [...doubts, ...items.flatMap(unjudged).map(([field]) => field)].map((id) => [id, undefined]),
  ),
});

/** What the clocks have counted an instant from so far. */
const countedAt = ({ regulation }: Context, state: CaseState, instant: string): string | undefined => {
  const stated = statedIn(state);
  const fallback = regulation.instants.find(({ id }) => id === instant)?.fallback ?? [];
  for (const id of [instant as InstantId, ...fallback]) {
    const at = id === 'detectedAt' ? knewAt(state) : (beginningOf(regulation, state, id)?.at ?? stated[id]);
    if (at != null) return at;
  }
  return undefined;
};

/** The receipts that are meant, by their 收文号 or kind; the only one needs no name. */
const receiptsNamed = (state: CaseState, named: string | undefined): Receipt[] =>
  receiptsIn(state).filter(
    ({ reference, kinds }) => named === undefined || named === reference || kinds.includes(named),
  );

/** When something that is owed for the receipt was first done. */
const firstAnswerTo = (context: Context, state: CaseState, { places }: Receipt): string | undefined =>
  earliest(
    scheduleOf(context, state).duties.flatMap(({ duty, current: { occurrence, completedAt } }) => {
      const owed = context.regulation.duties.find(({ id }) => id === duty);
      if (completedAt === null || owed?.recurs !== 'eachReceipt') return [];
      const answered = receiptsOf(state, owed).find(({ number }) => number === occurrence);
      return answered?.places[0] === places[0] ? [completedAt] : [];
    }),
  );

const grantersIn = ({ regulation }: Context, state: CaseState): string =>
  giversOf(regulation, 'PostponeInstant', state.handlingLevel)
    .map((id) => nameIn(regulation.roles, id))
    .join('、');

/** Nobody takes back that he was late himself, in whatever post he comes: a limit in any of them is his. */
const refuseDebtor = (context: Context, state: CaseState, gains: readonly Gain[]): Refusal | undefined => {
  const { posts } = whoIs(context.roster, context.actor);
  const isHis = ({ responsible, unit: owing = state.unit ?? undefined }: Gain['duty']): boolean =>
    posts.some(({ role, unit }) => role === responsible && (unit === undefined || unit === owing));
  const late = gains.find(({ duty, passed }) => passed && isHis(duty))?.duty;
  return late === undefined
    ? undefined
    : refuse(
        'SECOND_PERSON_REQUIRED',
        `“${late.name}”由你负责,已经逾期,不能由你改晚;可由${grantersIn(context, state)}中的其他人办理`,
      );
};

/** Why a receipt cannot be put later: past its entry or its first answer, or by who may not grant time. */
const refuseLater = (
  context: Context,
  state: CaseState,
  receipt: Receipt,
  at: string,
): Refusal | undefined => {
  const { receivedAt: before, recordedAt, stated } = receipt;
  if (at > recordedAt) return refuse('INSTANT_IN_FUTURE', '收到时间不能晚于录入的时间');
  const isReported = state.reports.some(({ madeAt }) => madeAt >= before && madeAt < at);
  const answered = firstAnswerTo(context, state, receipt);
  if (isReported || (answered !== undefined && answered < at))
    return refuse('INSTANT_IN_FUTURE', '收到时间不能晚于第一次答复的时间');
  for (const { by } of stated) {
    const late = checkTimeGrant(context, state, by);
    if (late !== undefined) return refuse(late.code, `把收到时间改晚:${late.message}`);
  }
  return undefined;
};

/**
 * 收到 put right (a slip of the pen), with the number of the document or the record of a call: never past its entry, nor past
 * the first answer to it. Earlier by who enters sources, later by who may grant time and did not enter it.
 */
const correctReceipt = (
  context: Context,
  state: CaseState,
  { at, reason, source: named, reference }: CommandOf<'CorrectInstant'>,
): Decision => {
  const receipts = receiptsNamed(state, named);
  const [receipt] = receipts;
  if (receipt === undefined) return refuse('INSTANT_UNKNOWN', '没有这一来源的收到时间可更正');
  if (receipts.length > 1) return refuse('RECEIPT_UNCLEAR', '有不止一个来源:请填写要更正的来源的收文号');
  if (reference === undefined) return refuse('REFERENCE_REQUIRED', '更正收到时间须填写收文号或通话记录');
  const { receivedAt: before, places, kinds, reference: number } = receipt;
  // What was given as 收到 and could not be read may turn out to be the arrival.
  const isOpen = state.unread.receivedAt !== undefined;
  if (before === at && !isOpen) return refuse('INSTANT_UNCHANGED', '时点没有变化');
  const late = at > before ? refuseLater(context, state, receipt, at) : undefined;
  if (late !== undefined) return late;
  const corrected: CaseEvent = {
    type: 'ReceiptCorrected',
    source: places[0]!,
    kind: kinds[0]!,
    ...(number === undefined ? {} : { receipt: number }),
    before,
    at,
    reason,
    reference,
  };
  const his = at > before ? refuseDebtor(context, state, gainsOf(context, state, [corrected])) : undefined;
  return his === undefined ? [corrected] : refuse(his.code, `把收到时间改晚:${his.message}`);
};

/** These lie no later than the opening of the case, and than what came to the bureau. */
const FOUND: readonly string[] = ['detectedAt', 'knownAt'];

/** Where an instant cannot lie, whoever states it. `from`: the beginning of the day, where only that was said. */
const refusePlace = (
  { now, regulation }: Context,
  state: CaseState,
  { instant, at, from }: { instant: string; at: string; from: string },
): Refusal | undefined => {
  if (isAhead(at, now)) return refuse('INSTANT_IN_FUTURE', '时点不能晚于现在');
  const come = firstCome({ items: state.items, sources: receiptsIn(state) });
  const found = earliest([state.openedAt, come ?? state.openedAt])!;
  if (FOUND.includes(instant) && from > found) {
    const name = nameIn(regulation.instants, instant);
    const by = momentInChinese(found, regulation.zone);
    return refuse('INSTANT_IN_FUTURE', `${name}时间不能晚于立案、信息到达和收到来源的时间(${by})`);
  }
  if (instant !== 'outbreakAt') return undefined;
  const [before, last] = [state.outbreaks.at(-2), state.outbreaks.at(-1)];
  if (before?.calmedAt != null && at < before.calmedAt)
    return refuse('INSTANT_BEFORE_CALM', '再次爆发时间不能早于平息时间');
  return last?.calmedAt != null && at > last.calmedAt
    ? refuse('INSTANT_BEFORE_OUTBREAK', '爆发时间不能晚于平息时间')
    : undefined;
};

/**
 * Who moves an instant later: who may grant time, if he never stated this instant himself, and not beyond anything else that
 * he said. So each person does it once, whatever others have entered in between.
 */
const refuseGrant = (
  context: Context,
  state: CaseState,
  { instant, at, counted, gains }: Stating & { counted: string | undefined; gains: readonly Gain[] },
): Refusal | undefined => {
  const { regulation, actor } = context;
  const refused = checkTimeGrant(context, state) ?? refuseUnknownPerson(context);
  if (refused !== undefined) return refused;
  const kinds = kindsBehind(regulation, instant as InstantId);
  const isOwn = state.statements.some(
    (each) =>
      isSamePerson(context, each.by, actor) &&
      (each.instant === instant || (kinds.includes(each.instant) && (each.at < at || each.at === counted))),
  );
  const his = refuseDebtor(context, state, gains);
  if (his !== undefined) return his;
  return isOwn
    ? refuse(
        'SECOND_PERSON_REQUIRED',
        `须由没有填写过这一时点的人办理,每人只能办理一次;可由${grantersIn(context, state)}中的其他人办理`,
      )
    : undefined;
};

/** The day that was said, and from when it counts: by its end, and never later than when the bureau knew. */
const dayOf = ({ regulation: { zone } }: Context, state: CaseState, { instant, at }: Stating) => {
  const outbreak = instant === 'outbreakAt' ? state.outbreaks.at(-1)?.at : undefined;
  const end = endOfDay(at, zone);
  return {
    day: withOffset(at, zone).slice(0, 10),
    from: startOfDay(at, zone),
    at: earliest([end, outbreak ?? knewAt(state)])!,
  };
};

/** States an instant. Earlier than what the clocks have counted from is free; later is for who may grant time, and another person. */
export const correctInstant: Decide<'CorrectInstant'> = (context, state, command) => {
  const { instant, reason } = command;
  if (instant === 'receivedAt') return correctReceipt(context, state, command);
  const said = command.dateOnly
    ? dayOf(context, state, command)
    : { day: undefined, from: command.at, at: command.at };
  const { day, from } = said;
  const at = notAhead(said.at, context.now);
  const before = statedIn(state)[instant] ?? undefined;
  const misplaced = refusePlace(context, state, { instant, at: latest(said.at, from), from });
  if (misplaced !== undefined) return misplaced;
  // What was given otherwise, and starts nothing, is made sure of by what counts.
  const isAsked = state.unread[instant] !== undefined;
  if (before === at && !isAsked) return refuse('INSTANT_UNCHANGED', '时点没有变化');
  const counted = countedAt(context, state, instant);
  // Beside what merely stands in for it the end of a day moves nothing: the earliest counts.
  const isBound =
    day !== undefined &&
    before === undefined &&
    beginningOf(context.regulation, state, instant as InstantId) !== undefined;
  const isLater = counted !== undefined && at > counted && !isBound;
  const corrected: CaseEvent = {
    type: 'InstantCorrected',
    instant,
    ...(before === undefined || before === at ? {} : { before }),
    at,
    reason,
    ...(day === undefined ? {} : { day }),
    ...(isLater ? { granted: true } : {}),
  };
  // An earlier 爆发 puts off what is owed every day, when it was later in the day.
  const gains = gainsOf(context, state, [corrected]);
  const late =
    isLater || gains.length > 0 ? refuseGrant(context, state, { instant, at, counted, gains }) : undefined;
  return late === undefined ? [corrected] : refuse(late.code, `把时点改晚:${late.message}`);
};
