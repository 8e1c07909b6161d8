import type { DutyReply } from '../../shared/contracts/replies/duty.ts';
import type { TaskReply } from '../../shared/contracts/replies/task.ts';
import type { OpeningTriedReply } from '../../shared/contracts/replies/try.ts';
import { millisecondsOf, momentOf } from './wall-clock.ts';

// What has to be known of a limit beside its instant, in the same words on every page and on paper; and whether it is broken.

const TENTATIVE = '暂定';
const BY_REFERENCE = '参照';
/** What the bureau has set for itself: a duty that the law does not know, or when it asks for one that has no number. */
const OWN = '本局自定';

/** Its limit passed while no gateway had taken a text about it for whoever had to act. */
export const UNTOLD = '通知中断：时限届满前，短信网关没有接收发给责任人的短信';

/** What comes of a limit that stays beside an earlier one that nobody could have kept. */
export const keptWords = (keptDue: string, now: number): string =>
  millisecondsOf(keptDue) < now ? '已过，计逾期' : '届时未办结仍计逾期';
/** The same, of a limit that has not been named. */
export const keptText = (keptDue: string, now: number): string =>
  `原时限${momentOf(keptDue, now, true)}不变，${keptWords(keptDue, now)}`;

/** Whether a limit is broken, which can be; the clock runs on between two answers, and while none comes. */
export const isOverdue = ({ breachable, due }: Pick<TaskReply, 'breachable' | 'due'>, now: number): boolean =>
  breachable && due !== null && millisecondsOf(due) < now;

/** Whether a duty's limit may still move. */
export const isTentative = ({ provisional, start, calendarMissing }: DutyReply): boolean =>
  provisional || start?.estimated === true || calendarMissing !== undefined;

/** Who set a limit that only this case has: a leader's 批示, a 督办通知. Undefined: the law, or the bureau for all cases. */
const setBy = (duty: string): string | undefined => {
  if (duty.indexOf('instruction-') === 0) return '领导批示定的';
  return duty.indexOf('order-') === 0 ? '督办通知定的' : undefined;
};

interface Limit {
  /** Which duty's, where it is one of the case's own. */
  duty?: string | undefined;
  isMoving: boolean;
  byReference: boolean;
  isOwn: boolean;
}
/** Why a limit is softer than the law's, the weightier first; empty: it is the law's own, and sure. */
const marksOf = ({ duty = '', isMoving, byReference, isOwn }: Limit): string[] => [
  ...(isMoving ? [TENTATIVE] : []),
  ...(byReference ? [BY_REFERENCE] : []),
  ...(isOwn && !byReference ? [setBy(duty) ?? OWN] : []),
];

/** Who may grant time has put off what it counts from: the sheet says who, and from when it counted before. */
const PUT_OFF = '起算已改晚';

export const dutyMarks = (duty: DutyReply): string[] => [
  ...marksOf({
    duty: duty.duty,
    isMoving: isTentative(duty),
    byReference: duty.byReference,
    isOwn: duty.basis === 'bureau' || duty.ownDue !== undefined,
  }),
  ...(duty.start?.revised === undefined ? [] : [PUT_OFF]),
];

/** Of a row of a list: a task, or what is next in a case. */
export const taskMarks = ({
  duty,
  basis,
  due,
  breachable,
  provisional,
  byReference,
}: Pick<TaskReply, 'duty' | 'basis' | 'due' | 'breachable' | 'provisional' | 'byReference'>): string[] => {
  // Of the law, sure, and not to be broken: it has no number, and `due` is when the office asks for it.
  const isPrompted = basis === 'law' && due !== null && !breachable && !provisional;
  return marksOf({ duty, isMoving: provisional, byReference, isOwn: basis === 'bureau' || isPrompted });
};

/** A limit that a new case would have. */
export const openingMarks = ({
  provisional,
  byReference,
  basis,
  ownDue,
}: OpeningTriedReply['duties'][number]): string[] =>
  marksOf({ isMoving: provisional, byReference, isOwn: basis === 'bureau' || ownDue !== undefined });

/** A limit that an act has begun or moved, as it is foreseen. */
export const triedMarks = ({ provisional }: { provisional: boolean }): string[] =>
  provisional ? [TENTATIVE] : [];

/**
 * Of a repetition on a fixed grid whose present period has not begun: the last is done, and what is done before this one begins is none
 * of it. Empty: it has begun, or there is no such thing.
 */
export const periodToCome = ({ countsFrom }: Pick<TaskReply, 'countsFrom'>, now: number): string =>
  countsFrom === undefined || millisecondsOf(countsFrom) <= now
    ? ''
    : `上期已办，${momentOf(countsFrom, now, true)}后办理的算本期`;

/** What is said, and then the marks that it does not say itself: `01:50前，暂定`. */
export const withMarks = (text: string, marks: readonly string[]): string =>
  [text, ...marks.filter((mark) => text.indexOf(`（${mark}`) < 0)].filter((part) => part !== '').join('，');
/** `剩42分（暂定）`, where it stands among other things. */
export const bracketed = (marks: readonly string[]): string =>
  marks.length === 0 ? '' : `（${marks.join('，')}）`;
