import type { CaseState } from '../../case/state.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { GRADED_LATE, isGradedLate } from '../../deadlines/starts/grade-target.ts';
import { isGrading } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import type { Context } from '../context.ts';
import type { Settlement } from '../settle.ts';

// On 初判 alone no text asks anybody to report to a superior or to publish: it asks for 定级 first.

interface Message {
  template: string;
  variables?: Record<string, string>;
}

/** Whether somebody outside the bureau is to hear of it. */
export const isOutward = ({ roles }: Regulation, { receivers }: ScheduledDuty): boolean =>
  receivers.some((id) => roles.some((role) => role.id === id && role.kind !== 'internal'));

/** What is said in place of `message` while the level is only proposed; undefined: nothing else. */
export const gradeFirst = (
  context: Context,
  state: CaseState,
  scheduled: ScheduledDuty,
): Message | undefined => {
  const { regulation } = context;
  if (!state.provisional) return undefined;
  const late = isGradedLate(regulation, state, context.now) ? `${GRADED_LATE},` : '';
  if (isGrading(regulation, scheduled.duty)) {
    return { template: 'gradeAsked', variables: { late } };
  }
  if (!scheduled.awaitsGrade || scheduled.isNotice || !isOutward(regulation, scheduled)) return undefined;
  return { template: isNumeric(scheduled.limit) ? 'gradeFirst' : 'gradeFirstAtOnce', variables: { late } };
};

/** What a command did to the duties, 定级 that came after the office's own target with the words for it. */
export const sayGradedLate = (
  { regulation, now }: Context,
  state: CaseState,
  settled: readonly Settlement[],
): Settlement[] =>
  settled.map((each) =>
    each.outcome === 'fulfilled' && isGrading(regulation, each.duty) && isGradedLate(regulation, state, now)
      ? { ...each, reason: GRADED_LATE }
      : each,
  );
