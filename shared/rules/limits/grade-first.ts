import type { CaseState } from '../../case/state.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import type { ScheduledDuty } from '../../deadlines/schedule.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { shortLocal } from '../../time/instants.ts';
import { type Context, scheduleOf } from '../context.ts';

// On 初判 alone no text asks anybody to report to a superior or to publish: it asks for 定级 first.

interface Message {
  template: string;
  variables?: Record<string, string>;
}

const isOutward = ({ roles }: Regulation, { receivers }: ScheduledDuty): boolean =>
  receivers.some((id) => roles.some((role) => role.id === id && role.kind !== 'internal'));

/** 定级 itself; 分析研判, which a determination answers as well, is asked for by its own name. */
const isGrading = ({ duties }: Regulation, { duty }: ScheduledDuty): boolean =>
  duties.some(
    ({ id, fulfilledBy }) => id === duty && fulfilledBy.every(({ act }) => act === 'gradeConfirmed'),
  );

/** The limit that comes first among those that run as 暂定, for whoever is asked to determine the level. */
const shortest = (context: Context, state: CaseState): Record<string, string> | undefined => {
  const [first] = scheduleOf(context, state)
    .duties.filter(
      ({ provisional, status, current }) => provisional && status === 'open' && current.due !== null,
    )
    .sort((one, other) => (one.current.due! < other.current.due! ? -1 : 1));
  return first && { limit: shortLocal(first.current.due!, context.regulation.zone), duty: first.name };
};

/** What is said in place of `message` while the level is only proposed; undefined: nothing else. */
export const gradeFirst = (
  context: Context,
  state: CaseState,
  scheduled: ScheduledDuty,
): Message | undefined => {
  const { regulation } = context;
  if (!state.provisional) return undefined;
  if (isGrading(regulation, scheduled)) {
    const variables = shortest(context, state);
    return variables && { template: 'gradeAsked', variables };
  }
  if (!scheduled.awaitsGrade || scheduled.isNotice || !isOutward(regulation, scheduled)) return undefined;
  return { template: isNumeric(scheduled.limit) ? 'gradeFirst' : 'gradeFirstAtOnce' };
};
