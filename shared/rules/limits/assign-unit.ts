import type { CaseEvent } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { releasedStage } from '../../deadlines/completions/by-notice.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { receiversOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { type Context, scheduleOf } from '../context.ts';
import { dutyNotices, makeNotices, type NoticeDraft, tellRoles } from '../notices.ts';
import { tellHandedOn } from '../orders/asked-no-more.ts';
import { refuse } from '../refusal.ts';
import type { Decide } from '../refusing.ts';
import { firstTexts } from './first-texts.ts';

/** Whether a unit's post is told of the case by it: 预警, 通报, 交办. */
const warnsUnit = (regulation: Regulation, { duty: id }: ScheduledDuty): boolean => {
  const duty = regulation.duties.find((each) => each.id === id);
  const contacts = receiversOf(regulation, 'assigned');
  return (
    duty?.receivers.some((role) => contacts.includes(role)) === true &&
    duty.fulfilledBy.some(({ act }) => act === 'notice')
  );
};

/**
 * What the unit has never heard: a notice that found no unit to go to, whoever was told instead, and a warning that was released to
 * the unit before. Of a warning that nobody has released yet it hears with the release.
 */
const unheardBy = (context: Context, state: CaseState): ScheduledDuty[] =>
  scheduleOf(context, state).duties.filter(
    (scheduled) =>
      warnsUnit(context.regulation, scheduled) &&
      (scheduled.status === 'open' ||
        (scheduled.status === 'fulfilled' && scheduled.warning?.isReleased === true)),
  );

/** 办法第十六条: with the case the unit gets the warning, in one text that has a receipt of its own and meets what is still owed. */
const warningsIn = (
  context: Context,
  unheard: readonly ScheduledDuty[],
  handed: { unit: string; version: number },
): NoticeDraft[] => {
  const contacts = receiversOf(context.regulation, 'assigned');
  return unheard.flatMap((scheduled) =>
    dutyNotices(
      scheduled,
      scheduled.warning?.isReleased ? releasedStage(handed) : `assigned-${handed.unit}-${handed.version}`,
      contacts,
      { template: 'assigned' },
    ),
  );
};

export const assignUnit: Decide<'AssignUnit'> = (context, state, { unit, note }) => {
  if (state.unit === unit) return refuse('UNIT_UNCHANGED', '已由该单位办理');
  const assigned: CaseEvent = {
    type: 'UnitAssigned',
    unit,
    ...(state.unit === null ? {} : { before: state.unit }),
    ...(note === undefined ? {} : { note }),
  };
  const version = state.version + 1;
  const handed = foresee(state, [assigned], { at: context.now, actor: context.actor, version });
  const first = firstTexts(context, state, handed);
  const unheard = unheardBy(context, state);
  const told =
    unheard.length === 0
      ? tellRoles(context, { ...state, unit }, 'assigned').notices
      : makeNotices(context, handed, warningsIn(context, unheard, { unit, version })).notices;
  return [
    assigned,
    { type: 'NoticesMade', notices: [...told, ...makeNotices(context, handed, first).notices] },
    ...tellHandedOn(context, state),
  ];
};
