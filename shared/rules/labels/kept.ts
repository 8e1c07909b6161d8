import type { EventOf } from '../../case/events.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { nameIn } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';

type Named = Pick<ScheduledDuty, 'duty' | 'name' | 'isOfCase'>;
/** Its term's own name, where the regulation gives it another one at this level: 发布权威信息, not 对外回应. */
export const termName = ({ duties }: Regulation, { duty, name, isOfCase }: Named): { name?: string } =>
  isOfCase || nameIn(duties, duty) === name ? {} : { name };

type Kept = Pick<
  EventOf<'DutyFellDue'>,
  'duty' | 'occurrence' | 'own' | 'name' | 'unit' | 'limitKind' | 'byReference'
>;
const kindOf = ({ limit, isOfCase }: ScheduledDuty): Pick<Kept, 'limitKind'> => {
  const { kind } = limit;
  if (isOfCase || isNumeric(limit)) return {};
  return kind === 'immediate' || kind === 'prompt' || kind === 'ongoing' ? { limitKind: kind } : {};
};

/** One time of a duty, and what an event keeps of the duty for the file: how it stood when the event was written. */
export const keptOf = (
  regulation: Regulation,
  scheduled: ScheduledDuty,
  { occurrence } = scheduled.current,
): Kept => ({
  duty: scheduled.duty,
  occurrence,
  ...(scheduled.isOfCase
    ? { own: { name: scheduled.name, hasLimit: scheduled.current.due !== null } }
    : termName(regulation, scheduled)),
  ...(scheduled.unit === undefined || scheduled.isOfCase ? {} : { unit: scheduled.unit }),
  ...kindOf(scheduled),
  ...(scheduled.isOwn ? { byReference: true } : {}),
});
