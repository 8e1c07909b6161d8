import type { CaseEvent } from '../../case/events.ts';
import { type CaseState, calmedAtOf } from '../../case/state.ts';
import { settingsOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { add } from '../../time/instants.ts';
import type { Context } from '../context.ts';
import { tellRoles } from '../notices.ts';
import { type Refusal, refuse } from '../refusal.ts';

// A raise is growth (发酵), for something new, or the correction of a level that was wrong (更正).

/** The setting that says how long after 定级 a raise may still be a correction. */
const CORRECTION_WITHIN = 'correctionWithin';

/** Only where some limit counts from a raise for something new does it matter which it is (办法第二十三条(一)). */
const countsFromRaise = ({ duties }: Regulation): boolean =>
  duties.some(({ terms }) =>
    terms.some(({ start }) => start.some((anchor) => 'instant' in anchor && anchor.fromRaise === true)),
  );

const isTooLateToCorrect = ({ regulation, now }: Context, { confirmedAt }: CaseState): boolean => {
  const within = settingsOf(regulation)[CORRECTION_WITHIN];
  return (
    typeof within === 'string' && confirmedAt !== null && now > add(confirmedAt, within, regulation.zone)
  );
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
  return state.arrivals.some(({ entry, at }) => entry === newFact && at >= since)
    ? undefined
    : refuse('NEW_FACT_UNKNOWN', `案卷日志第${newFact}条不是定级之后新增的信息、来源或批示`);
};

/** A calm declared by a role that may not declare it at the new level does not carry over: the raise asks again. */
export const lapsedCalm = (context: Context, state: CaseState, handling: string): CaseEvent[] => {
  const calmedAt = calmedAtOf(state);
  const by = state.outbreaks.at(-1)?.calmBy;
  if (calmedAt === null || by == null) return [];
  const mayStill = context.regulation.authorities.some(
    ({ command, levels, roles }) =>
      command === 'DeclareCalm' && roles.includes(by) && (levels === undefined || levels.includes(handling)),
  );
  return mayStill ? [] : [{ type: 'CalmLapsed', calmedAt }, tellRoles(context, state, 'calmLapsed')];
};
