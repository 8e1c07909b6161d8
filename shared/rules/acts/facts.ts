import type { CaseEvent, Source } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import { type CaseState, unitToAcknowledge } from '../../case/state.ts';
import { releasedStage } from '../../deadlines/completions/by-notice.ts';
import { isPerUnit, receiversOf } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { type Context, scheduleOf } from '../context.ts';
import { followReference } from '../level/level.ts';
import { firstTexts } from '../limits/first-texts.ts';
import { dutyNotices, makeNotices, tellRoles } from '../notices.ts';
import { tellHandedOn } from '../orders/asked-no-more.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { type Decide, withDate } from '../refusing.ts';

export interface ApplyOverlay {
  type: 'ApplyOverlay';
  flag: string;
  reason: string;
}

type Known = Pick<Source, 'kind' | 'reference'>;
/** Without a number nobody can tell a second assignment from the first again; under another number it is another matter. */
export const unclearReceipt = (
  { regulation }: Pick<Context, 'regulation'>,
  known: readonly Known[],
  { kind, reference, same }: Source,
): Refusal | undefined => {
  if (!regulation.sources.some(({ id, from }) => id === kind && from !== null)) return undefined;
  const ofKind = known.filter((each) => each.kind === kind);
  if (same === true && reference && !ofKind.some((each) => each.reference === reference))
    return refuse(
      'RECEIPT_UNCLEAR',
      '收文号与本案这一来源已有的收文号都不同,不能作为同一件:是新交办的,不要注明同一件;确是同一件的,不填收文号或填原收文号',
    );
  return same === undefined && !reference && ofKind.length > 0
    ? refuse('RECEIPT_UNCLEAR', '本案已有这一来源:请填写收文号,没有收文号的请注明是新交办还是同一件')
    : undefined;
};

export const addSource: Decide<'AddSource'> = (context, state, { source }) =>
  withDate(
    context,
    source.receivedAt,
    (receivedAt) => {
      const unclear = unclearReceipt(context, state.received, source);
      if (unclear !== undefined) return unclear;
      const added = { ...source, receivedAt };
      return [
        { type: 'SourceAdded', source: added },
        ...followReference(context, state, { sources: [...state.sources, added], flags: state.flags }),
      ];
    },
    '收到时间',
  );

/** A special period has begun that this case falls into (特护期). A repeat changes nothing. */
export const applyOverlay = (state: CaseState, { flag, reason }: ApplyOverlay): Decision =>
  state.flags.includes(flag) ? [] : [{ type: 'FlagsChanged', added: [flag], removed: [], reason }];

const warnsUnit = (regulation: Regulation, id: string): boolean => {
  const duty = regulation.duties.find((each) => each.id === id);
  const contacts = receiversOf(regulation, 'assigned');
  return (
    duty?.receivers.some((role) => contacts.includes(role)) === true &&
    duty.fulfilledBy.some(({ act }) => act === 'notice')
  );
};

export const assignUnit: Decide<'AssignUnit'> = (context, state, command) => {
  if (state.unit === command.unit) return refuse('UNIT_UNCHANGED', '已由该单位办理');
  const assigned: CaseEvent = {
    type: 'UnitAssigned',
    unit: command.unit,
    ...(state.unit === null ? {} : { before: state.unit }),
    ...(command.note === undefined ? {} : { note: command.note }),
  };
  // 办法第十六条: being handed the case is the unit's warning, when the warning found no unit to go to.
  const owed = scheduleOf(context, state).duties.filter(
    ({ duty, status }) => status === 'open' && warnsUnit(context.regulation, duty),
  );
  const handed = foresee(state, [assigned], {
    at: context.now,
    actor: context.actor,
    version: state.version + 1,
  });
  const first = firstTexts(context, state, handed);
  if (owed.length === 0) {
    const told = tellRoles(context, { ...state, unit: command.unit }, 'assigned');
    return [
      assigned,
      { ...told, notices: [...told.notices, ...makeNotices(context, handed, first).notices] },
      ...tellHandedOn(context, state),
    ];
  }
  const contacts = receiversOf(context.regulation, 'assigned');
  const drafts = owed.flatMap((scheduled) => {
    // A warning that has been released meets the unit with the case; one that has not is still to be released.
    const stage = scheduled.warning?.isReleased ? releasedStage(command.unit) : `assigned-${command.unit}`;
    return dutyNotices(scheduled, stage, contacts, { template: 'assigned' });
  });
  return [assigned, makeNotices(context, handed, [...drafts, ...first]), ...tellHandedOn(context, state)];
};

/** 签收: everybody for himself. The first of the unit that has the case signs for the unit too. */
export const acknowledge: Decide<'Acknowledge'> = ({ regulation, actor }, state) => {
  const unit = unitToAcknowledge(state);
  const isUnits = unit !== null && isPerUnit(regulation, actor.role) && actor.unit === unit;
  return [{ type: 'CaseAcknowledged', ...(isUnits ? { unit } : {}) }];
};
