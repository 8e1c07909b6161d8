import type { CaseEvent, EventOf } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { isJoint } from '../../case/units.ts';
import { releasedStage } from '../../deadlines/completions/by-notice.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import { nameIn, receiversOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { type Context, scheduleOf } from '../context.ts';
import { firstTexts } from '../limits/first-texts.ts';
import { dutyNotices, makeNotices, type NoticeDraft, tellUnit } from '../notices.ts';
import { tellHandedOn } from '../orders/asked-no-more.ts';
import { refuse } from '../refusal.ts';
import type { Decide } from '../refusing.ts';

/** Whether a unit's post is told of the case by it: 预警, 通报, 交办. */
const warnsUnit = (regulation: Regulation, { duty: id }: ScheduledDuty): boolean => {
  const duty = regulation.duties.find((each) => each.id === id);
  const contacts = receiversOf(regulation, 'assigned');
  return (
    duty?.receivers.some((role) => contacts.includes(role)) === true &&
    duty.fulfilledBy.some(({ act }) => act === 'notice')
  );
};

const isReleased = ({ status, warning }: ScheduledDuty): boolean =>
  status === 'fulfilled' && warning?.isReleased === true;
/**
 * What the unit has never heard: a notice that found no unit to go to, whoever was told instead, and a warning that was released to
 * the unit before. Of a warning that nobody has released yet it hears with the release.
 */
const unheardBy = (context: Context, state: CaseState): ScheduledDuty[] =>
  scheduleOf(context, state).duties.filter(
    (scheduled) =>
      warnsUnit(context.regulation, scheduled) && (scheduled.status === 'open' || isReleased(scheduled)),
  );

/** 办法第十六条: with the case the unit gets the warning, in one text that has a receipt of its own and meets what is still owed. */
const warningsIn = (
  context: Context,
  unheard: readonly ScheduledDuty[],
  handed: { unit: string; version: number },
): NoticeDraft[] => {
  const contacts = receiversOf(context.regulation, 'assigned');
  const { unit } = handed;
  return unheard.flatMap((scheduled) =>
    dutyNotices(
      { ...scheduled, unit },
      scheduled.warning?.isReleased ? releasedStage(handed) : `assigned-${unit}-${handed.version}`,
      contacts,
      { template: 'assigned' },
    ),
  );
};

/** A 退回 of the unit that is pending is agreed to by handing the case to another. */
export const agreed = ({ returns }: CaseState, unit: string | null): EventOf<'ReturnDecided'>[] =>
  returns
    .filter((each) => each.unit === unit && each.ended === null)
    .map(({ entry, unit: by }) => ({ type: 'ReturnDecided', unit: by, returned: entry, agree: true }));

/** 主办: whoever had the case before has it no more, and what it did stays done. */
export const handOver = (
  context: Context,
  state: CaseState,
  { unit, note }: { unit: string; note?: string | undefined },
): CaseEvent[] => {
  const assigned: CaseEvent[] = [
    ...agreed(state, state.unit),
    {
      type: 'UnitAssigned',
      unit,
      ...(state.unit === null ? {} : { before: state.unit }),
      ...(note === undefined ? {} : { note }),
    },
  ];
  const version = state.version + 1;
  const handed = foresee(state, assigned, { at: context.now, actor: context.actor, version });
  const first = firstTexts(context, state, handed);
  // A 会办 that is to lead has heard what the units were told.
  const unheard = isJoint(state, unit) ? [] : unheardBy(context, state);
  const told =
    unheard.length === 0
      ? tellUnit(context, state, 'assigned', { unit }).notices
      : makeNotices(context, handed, warningsIn(context, unheard, { unit, version })).notices;
  return [
    ...assigned,
    { type: 'NoticesMade', notices: [...told, ...makeNotices(context, handed, first).notices] },
    ...tellHandedOn(context, state, state.unit, 'handedOn'),
  ];
};

/** 会办, beside the 主办: told of the case, with its warning where it has been released, and asked for what each unit owes. */
const joinIn = (
  context: Context,
  state: CaseState,
  { unit, note }: { unit: string; note?: string | undefined },
): CaseEvent[] => {
  const handed = { unit, version: state.version + 1 };
  const isWarned = unheardBy(context, state).some(isReleased);
  const stage = isWarned ? releasedStage(handed) : `assigned-${unit}-${handed.version}`;
  return [
    { type: 'UnitAssigned', unit, part: 'joint', ...(note === undefined ? {} : { note }) },
    tellUnit(context, state, 'assigned', { unit, stage }),
  ];
};

export const assignUnit: Decide<'AssignUnit'> = (context, state, { unit, part = 'lead', note }) => {
  const { units } = context.regulation;
  if (part === 'lead')
    return state.unit === unit
      ? refuse('UNIT_UNCHANGED', '已由该单位办理')
      : handOver(context, state, { unit, note });
  if (state.unit === null) return refuse('UNIT_NOT_ASSIGNED', '尚未转办主办单位,请先转办,再增加会办单位');
  if (state.unit === unit)
    return refuse('UNIT_LEADS', `${nameIn(units, unit)}是主办单位,请先改转其他单位主办`);
  if (isJoint(state, unit)) return refuse('UNIT_UNCHANGED', '该单位已在会办');
  return joinIn(context, state, { unit, note });
};

/** A 会办 has the case no more; what it did stays done. The 主办 is changed by handing the case on. */
export const withdrawUnit: Decide<'WithdrawUnit'> = (context, state, { unit, reason }) => {
  const { units } = context.regulation;
  if (state.unit === unit)
    return refuse('UNIT_LEADS', `${nameIn(units, unit)}是主办单位,不能撤销;请改转其他单位主办`);
  if (!isJoint(state, unit)) return refuse('UNIT_NOT_JOINT', `${nameIn(units, unit)}没有会办本案`);
  return [{ type: 'UnitWithdrawn', unit, reason }, ...tellHandedOn(context, state, unit, 'jointOver')];
};
