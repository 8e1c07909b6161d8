import type { Actor, CaseEvent } from '../../case/events.ts';
import type { CaseState } from '../../case/state.ts';
import { beginningOf } from '../../deadlines/starts/beginnings.ts';
import { type Receipt, receiptsIn, receiptsOf } from '../../deadlines/starts/receipts.ts';
import type { InstantId } from '../../regulations/schema.ts';
import { earliest, endOfDay, isAhead } from '../../time/instants.ts';
import { checkTimeGrant } from '../authority.ts';
import { type Context, scheduleOf } from '../context.ts';
import { buysTime } from '../limits/buys-time.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import type { CommandOf, Decide } from '../refusing.ts';

/** What a clock has counted from so far, and who said so. */
interface Counted {
  at: string;
  by?: Actor;
}

type Stated = Readonly<Record<string, string | null | undefined>>;
/** What is doubted (存疑) starts nothing: stated again, it is made sure of. */
const statedIn = ({ instants, outbreaks, doubts }: CaseState): Stated => ({
  ...instants,
  outbreakAt: outbreaks.at(-1)?.at ?? instants.outbreakAt,
  ...Object.fromEntries(doubts.map((id) => [id, undefined])),
});

const countedAt = ({ regulation }: Context, state: CaseState, instant: string): Counted | undefined => {
  const beginning = beginningOf(regulation, state, instant as InstantId);
  if (beginning !== undefined) return beginning;
  const stated = statedIn(state);
  const fallback = regulation.instants.find(({ id }) => id === instant)?.fallback ?? [];
  for (const id of [instant, ...fallback]) {
    const at = stated[id] ?? beginningOf(regulation, state, id as InstantId)?.at;
    if (at == null) continue;
    const by = state.statements.findLast((each) => each.instant === id && each.at === at)?.by;
    return by === undefined ? { at } : { at, by };
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
  const { receivedAt: before, places } = receipt;
  if (before === at) return refuse('INSTANT_UNCHANGED', '时点没有变化');
  const late = at > before ? refuseLater(context, state, receipt, at) : undefined;
  return late ?? [{ type: 'ReceiptCorrected', source: places[0]!, before, at, reason, reference }];
};

/** States an instant. Earlier than what the clocks have counted from is free; later is for who may grant time, and another person. */
export const correctInstant: Decide<'CorrectInstant'> = (context, state, command) => {
  const { instant, reason, dateOnly } = command;
  if (instant === 'receivedAt') return correctReceipt(context, state, command);
  const at = dateOnly ? endOfDay(command.at, context.regulation.zone) : command.at;
  const before = statedIn(state)[instant] ?? undefined;
  const { now, regulation } = context;
  const isFuture = dateOnly ? at > endOfDay(now, regulation.zone) : isAhead(at, now);
  if (isFuture) return refuse('INSTANT_IN_FUTURE', '时点不能晚于现在');
  if (before === at) return refuse('INSTANT_UNCHANGED', '时点没有变化');
  const counted = countedAt(context, state, instant);
  // The end of a day is a bound: beside what merely stands in it moves nothing.
  const isBound = dateOnly === true && before === undefined;
  const isLater = counted !== undefined && at > counted.at && !isBound;
  const corrected: CaseEvent = {
    type: 'InstantCorrected',
    instant,
    ...(before === undefined ? {} : { before }),
    at,
    reason,
    ...(dateOnly ? { dateOnly } : {}),
    ...(isLater ? { granted: true } : {}),
  };
  // An earlier 爆发 puts off what is owed every day, when it was later in the day.
  const late =
    isLater || buysTime(context, state, [corrected])
      ? checkTimeGrant(context, state, counted?.by)
      : undefined;
  return late === undefined ? [corrected] : refuse(late.code, `把时点改晚:${late.message}`);
};
