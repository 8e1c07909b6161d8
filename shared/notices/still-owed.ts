import type { Notice } from '../case/events.ts';
import { CALLS_TO_OFFICE } from '../case/secret.ts';
import { isOfSame } from '../case/state/open-notice.ts';
import type { CaseState } from '../case/state.ts';
import { scheduleCase } from '../deadlines/schedule.ts';
import type { ScheduledDuty } from '../deadlines/scheduled-duty.ts';
import { dayPlanOf, nextDigest } from '../regulations/day.ts';
import { isHighestLevel } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import { callsAmong } from '../rules/notices.ts';
import { add, type Instant } from '../time/instants.ts';
import { templateOf } from './templates.ts';

// What becomes of a notice between the decision and its text: it may have waited for the morning, for the digest, for the gateway.

const dutyOf = (regulation: Regulation, state: CaseState, notice: Notice): ScheduledDuty | undefined =>
  scheduleCase(regulation, state).duties.find(
    ({ duty, current }) => duty === notice.duty && current.occurrence === notice.occurrence,
  );

const OWED: readonly ScheduledDuty['status'][] = ['open', 'listed', 'held'];
/** What whoever is on duty has to call about now. */
export const callsNow = (regulation: Regulation, state: CaseState): Notice[] =>
  callsAmong(regulation, Object.values(state.telephoneTasks));

/** Whether it asks somebody to do something that has been done since, or is not owed any more. What only tells stays worth telling. */
export const isMoot = (regulation: Regulation, state: CaseState, notice: Notice): boolean => {
  if (notice.template === CALLS_TO_OFFICE) return Object.keys(state.telephoneTasks).length === 0;
  if (notice.template === 'telephone') return callsNow(regulation, state).length === 0;
  if (notice.duty === undefined || notice.stage === undefined) return false;
  const scheduled = dutyOf(regulation, state, notice);
  if (scheduled === undefined) return true;
  return !scheduled.isNotice && !OWED.includes(scheduled.status);
};

/** Whether no text got to this number and one that says the same later is on its way: of a hundred 催办 the last is told. */
export const isOvertaken = (
  { pendingNotices }: Pick<CaseState, 'pendingNotices'>,
  notice: CaseState['pendingNotices'][string],
  address: string,
): boolean =>
  notice.failed[address] !== undefined &&
  Object.values(pendingNotices).some(
    (other) =>
      other.repeat === true &&
      other.template === notice.template &&
      other.madeAt > notice.madeAt &&
      isOfSame(other, notice),
  );

/** What tells of something new that cannot wait for a digest, the next of which may be that of the morning, though it names nothing to be done 立即. */
const NEWS: readonly string[] = [
  'hotter',
  'spread',
  'rekindled',
  'rekindledBare',
  'planRequested',
  // What a feed does not bring is told of by nothing else.
  'feedTrouble',
  'feedTroubleVendor',
];
const AT_ONCE = '请立即';
/** Whether the text of this template is told at once, whatever it is about and however many texts its person has had: it says so itself. */
export const isToldAtOnce = (template: string): boolean =>
  NEWS.includes(template) || templateOf(template).text.includes(AT_ONCE);

const OPENINGS: readonly string[] = ['opened', 'openedGradeFirst', 'openedAtOnce'];

const AN_HOUR = 'PT1H';
/**
 * Whether it may not wait for the next digest, however many texts its person has had: at the bureau's highest level, what is to
 * be done at once or says so, 疑似复燃, and whatever tells of a limit (`due`: the one that its text names) that ends before that digest
 * or within an hour after it. `template`: of its text.
 */
export const isPressing = (
  regulation: Regulation,
  state: CaseState,
  notice: Notice,
  { now, due, template }: { now: Instant; due: Instant | undefined; template: string },
): boolean => {
  if (notice.template === CALLS_TO_OFFICE || isToldAtOnce(template)) return true;
  if (state.formerCase !== null && OPENINGS.includes(template)) return true;
  if (isHighestLevel(regulation, state.handlingLevel)) return true;
  const kind = dutyOf(regulation, state, notice)?.limit.kind;
  if (kind === 'immediate') return true;
  const digest = nextDigest(dayPlanOf(regulation), now);
  return due !== undefined && due < add(digest, AN_HOUR, regulation.zone);
};
