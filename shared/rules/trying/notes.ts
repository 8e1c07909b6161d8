import type { CaseEvent } from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { hasCase } from '../../case/units.ts';
import { isDone } from '../../deadlines/occurrences/occurrence.ts';
import { type Schedule, scheduleCase } from '../../deadlines/schedule.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import type { Start } from '../../deadlines/starts/start.ts';
import { isPerUnit, nameIn } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { type Instant, momentInChinese } from '../../time/instants.ts';
import { whoHas } from '../authority.ts';
import type { Context } from '../context.ts';

/** From when on an act answers. */
const sinceOf = ({ answeredFrom, at }: Start): Instant => answeredFrom ?? at;
/** Whether a duty is met by telling a unit's post. */
const tellsUnit = (regulation: Regulation, id: string): boolean =>
  regulation.duties.some(
    (duty) => duty.id === id && duty.receivers.some((role) => isPerUnit(regulation, role)),
  );

/** What whoever gives a command may not have meant by the unit that he chose. `before`: null for an opening. */
export const notesOnUnits = (
  regulation: Regulation,
  before: CaseState | null,
  events: readonly CaseEvent[],
): string[] =>
  events.flatMap((event) => {
    if (before === null) return [];
    const { units, roles } = regulation;
    if (event.type === 'WarningReleased')
      return before.unit === null && tellsUnit(regulation, event.duty)
        ? [
            `本案尚未转办,短信不能发给责任单位;转办时由系统另发,到那时才算办结“${nameIn(regulation.duties, event.duty)}”`,
          ]
        : [];
    const has = before.unit === null ? undefined : nameIn(units, before.unit);
    if (event.type === 'UnitAssigned' && event.part === 'joint')
      return [`${nameIn(units, event.unit)}会办,主办单位仍为${has}`];
    if (event.type === 'UnitAssigned')
      return has === undefined
        ? []
        : [`现由${has}承办,改转${nameIn(units, event.unit)}后,${has}不再承办本案`];
    if (event.type === 'UnitReturned')
      return [`退回只是请办公室决定:决定以前,${nameIn(units, event.unit)}的时限照常计算`];
    if (event.type !== 'InstructionRecorded' || event.asks?.unit === undefined) return [];
    const { unit, role } = event.asks;
    const asked = nameIn(units, unit);
    if (hasCase(before, unit)) return [];
    const is = has === undefined ? '本案尚未转办' : `本案由${whoHas(units, before)}`;
    return [`所选的${asked}(${nameIn(roles, role)})不是本案承办单位,${is}:${asked}只能答复这一批示`];
  });

/** The act as if it had been made at `at`; undefined: it says no earlier time. */
const madeAtLast = (event: CaseEvent, at: Instant): CaseEvent | undefined => {
  if (!('madeAt' in event) || event.madeAt >= at) return undefined;
  const {
    enteredAt: _,
    beforeCase: _before,
    ...act
  } = event as CaseEvent & {
    enteredAt?: Instant;
    beforeCase?: boolean;
  };
  return { ...act, madeAt: at } as CaseEvent;
};
const isOfClocks = ({ type }: CaseEvent): boolean => type === 'DutiesSettled' || type === 'NoticesMade';
const isMetIn = (schedule: Schedule, { duty, current }: ScheduledDuty): boolean =>
  schedule.duties.some(
    (each) =>
      each.duty === duty &&
      [each.current, ...each.history].some((time) => time.occurrence === current.occurrence && isDone(time)),
  );

/**
 * What an act does not meet only because it is said to have been made before what the duty counts from: of a period that is the one
 * before, and no mistake. `after`: the case as it would stand.
 */
export const notesOnTimes = (
  { regulation, now, actor }: Pick<Context, 'regulation' | 'now' | 'actor'>,
  before: CaseState | null,
  events: readonly CaseEvent[],
  after: CaseState,
): string[] => {
  const times = events.flatMap((event) => ('madeAt' in event && event.madeAt < now ? [event.madeAt] : []));
  const [madeAt] = times;
  if (before === null || madeAt === undefined) return [];
  const owed = scheduleCase(regulation, before).duties.filter(
    ({ status, limit, start }) =>
      status === 'open' && limit.kind !== 'every' && start !== null && madeAt < sinceOf(start),
  );
  if (owed.length === 0) return [];
  const later = events.filter((event) => !isOfClocks(event)).map((event) => madeAtLast(event, now) ?? event);
  const otherwise = foresee(before, later, { at: now, actor, version: before.version + 1 });
  const [is, would] = [scheduleCase(regulation, after), scheduleCase(regulation, otherwise)];
  const moment = (at: Instant): string => momentInChinese(at, regulation.zone);
  return owed
    .filter((each) => !isMetIn(is, each) && isMetIn(would, each))
    .map(
      ({ name, start }) =>
        `所填时间${moment(madeAt)}早于起算时间${moment(sinceOf(start!))},不算办结“${name}”`,
    );
};
