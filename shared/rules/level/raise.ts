import type { CaseEvent } from '../../case/events.ts';
import { isGone } from '../../case/standing.ts';
import { type CaseState, calmedAtOf } from '../../case/state.ts';
import { mayGive, settingsOf } from '../../regulations/lookup.ts';
import { CORRECTION_SETTING } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { add } from '../../time/instants.ts';
import { isLeader } from '../approvals.ts';
import type { Context } from '../context.ts';
import { tellRoles } from '../notices.ts';
import { isSaid } from '../parts/given.ts';
import { isSamePerson } from '../persons.ts';
import { type Refusal, refuse } from '../refusal.ts';

// A raise is growth (发酵), for something new, or the correction of a level that was wrong (更正).

/** Only where some limit counts from a raise for something new does it matter which it is (办法第二十三条(一)). */
const countsFromRaise = ({ duties }: Regulation): boolean =>
  duties.some(({ terms }) =>
    terms.some(({ start }) => start.some((anchor) => 'instant' in anchor && anchor.fromRaise === true)),
  );

const isTooLateToCorrect = ({ regulation, now }: Context, { confirmedAt }: CaseState): boolean => {
  const within = settingsOf(regulation)[CORRECTION_SETTING];
  return (
    typeof within === 'string' && confirmedAt !== null && now > add(confirmedAt, within, regulation.zone)
  );
};

type Arrival = CaseState['arrivals'][number];
/**
 * Whether what came in is new: an item; a source from outside, or with a number; a superior's instruction; one of the bureau
 * that its leader gave himself, or that somebody else entered than who raises. An entry of one's own is no growth.
 */
const isNew = (context: Context, state: CaseState, { what, by, entry }: Arrival): boolean => {
  const { regulation, actor } = context;
  if (what === 'bureauInstruction') return isLeader(context, by.role) || !isSamePerson(context, by, actor);
  if (what !== 'source') return true;
  const source = state.sources.find((each) => each.entry === entry);
  const from = regulation.sources.find(({ id }) => id === source?.kind)?.from ?? null;
  const isFromOutside = regulation.roles.some(({ id, kind }) => id === from && kind !== 'internal');
  return source !== undefined && (isFromOutside || isSaid(source.reference));
};

/**
 * A raise for something new names it: the log entry of an item, source or instruction that came after 定级. Without one it
 * is a correction, while that may still be (register X28).
 */
export const checkNewFact = (
  context: Context,
  state: CaseState,
  { newFact }: { newFact?: number | undefined },
): Refusal | undefined => {
  if (newFact === undefined)
    return countsFromRaise(context.regulation) && isTooLateToCorrect(context, state)
      ? refuse(
          'NEW_FACT_REQUIRED',
          '定级已久,升级须指明定级之后新出现的信息、来源或批示:请填写它在案卷日志中的序号',
        )
      : undefined;
  const since = state.confirmedAt ?? '';
  const arrival = state.arrivals.find(
    ({ entry, at }) => entry === newFact && at >= since && !isGone(state, entry),
  );
  if (arrival === undefined)
    return refuse('NEW_FACT_UNKNOWN', `案卷日志第${newFact}条不是定级之后新增的信息、来源或批示`);
  return isNew(context, state, arrival)
    ? undefined
    : refuse(
        'NEW_FACT_UNKNOWN',
        `案卷日志第${newFact}条不能作为升级依据:须是推送或并入的信息、局外来源或有文号的来源、上级批示,或由局领导本人作出、他人录入的本局批示`,
      );
};

/** A calm declared by a role that may not declare it at the new level does not carry over: the raise asks again. */
export const lapsedCalm = (context: Context, state: CaseState, handling: string): CaseEvent[] => {
  const calmedAt = calmedAtOf(state);
  const by = state.outbreaks.at(-1)?.calmBy;
  if (calmedAt === null || by == null) return [];
  return mayGive(context.regulation, by, 'DeclareCalm', handling)
    ? []
    : [{ type: 'CalmLapsed', calmedAt }, tellRoles(context, state, 'calmLapsed')];
};
