import type { DutyReply } from '../../../shared/contracts/replies/duty.ts';
import { overdueBy, passed, type Run, left as remaining, textOf } from '../duration.ts';
import {
  dutyMarks,
  isOverdue,
  isTentative,
  keptText,
  periodToCome,
  UNTOLD,
  withMarks,
} from '../limit-marks.ts';
import { spoken } from '../spoken.ts';
import { millisecondsOf, momentOf } from '../wall-clock.ts';
import type { Times } from './axis.ts';
import { isUnproven, lateEntryKind, lateEntryNote } from './late-entry.ts';

// How the duties of a case stand in its list of limits: in which order, and in which words.

type Duty = DutyReply;
export type Occurrence = Duty['history'][number];

/** Something that has been done, or is owed no more. */
export const isOver = ({ status }: Duty): boolean => status === 'fulfilled' || status === 'ended';
/** Open, with a number or 立即. */
export const isOpen = ({ status }: Duty): boolean => status === 'open' || status === 'held';

export interface Groups {
  open: Duty[];
  done: Duty[];
  /** 未定时限: without a number, and without 立即. */
  unset: Duty[];
  notStarted: Duty[];
}
const at = (time: string | null | undefined): number =>
  time == null ? Number.POSITIVE_INFINITY : millisecondsOf(time);
/** Infinity less infinity is no number. */
const compare = (one: number, other: number): number => (one === other ? 0 : one - other);
const byDue = (one: Duty, other: Duty): number => {
  const isFirst = Number(other.limitKind === 'immediate') - Number(one.limitKind === 'immediate');
  return isFirst === 0 ? compare(at(limitOf(one)), at(limitOf(other))) : isFirst;
};
const byCompletion = (one: Duty, other: Duty): number => compare(at(one.completedAt), at(other.completedAt));

/** 立即 first, then by limit; then what is done, in the order in which it was. */
export const groupsOf = (duties: readonly Duty[]): Groups => ({
  open: duties.filter(isOpen).sort(byDue),
  done: duties.filter(isOver).sort(byCompletion),
  unset: duties.filter(({ status }) => status === 'listed'),
  notStarted: duties.filter(({ status }) => status === 'notStarted'),
});

/** By when: its limit, or what the office has set for itself; null: neither. */
export const limitOf = ({ due, ownDue }: Duty): string | null => due ?? ownDue ?? null;

/** The two lines at the right: how long, and until when. `tone`: how it is coloured. */
export interface Figures {
  left: Run[];
  due: string;
  tone: '' | 'late' | 'warn';
}
const words = (text: string): Run[] => [{ text, isCount: false }];

const IMMEDIATE_WORD = '立即';
/** The regulation's own word; of 立即 alone with what it asks. */
const immediateText = (text: string): string => (text === IMMEDIATE_WORD ? '应立即办' : spoken(text));

const openFigures = (duty: Duty, now: number): Figures => {
  const { limitKind, limitText, start } = duty;
  const due = limitOf(duty);
  if (limitKind === 'immediate') {
    const since = due ?? start?.at;
    const lasts = since === undefined ? 0 : now - millisecondsOf(since);
    return {
      left: since !== undefined && lasts < 0 ? words(`${momentOf(since, now)}起`) : passed(lasts),
      due: withMarks(immediateText(limitText), dutyMarks(duty)),
      tone: 'warn',
    };
  }
  if (due === null) return { left: words('未定时限'), due: spoken(limitText), tone: '' };
  const until = millisecondsOf(due) - now;
  const moment = momentOf(due, now, true);
  if (until > 0) return { left: remaining(until), due: withMarks(`${moment}前`, dutyMarks(duty)), tone: '' };
  const isLate = isOverdue(duty, now);
  return {
    left: isLate ? overdueBy(-until) : passed(-until),
    due: withMarks(`应于${moment}前`, dutyMarks(duty)),
    tone: isLate ? 'late' : 'warn',
  };
};

const hasNumber = ({ limitKind }: Duty): boolean =>
  limitKind === 'within' || limitKind === 'every' || limitKind === 'external';

/** 已发短信，未签收: that a text was handed over is not that it was read. `say`: when it was signed for. */
export const toldWords = (
  { how, receivers }: NonNullable<Duty['byNotice']>,
  say: (time: string) => string,
): string => {
  const signed = receivers.flatMap(({ acknowledgedAt }) => acknowledgedAt ?? []).sort();
  const last = signed[signed.length - 1];
  const isAll = signed.length === receivers.length && last !== undefined;
  const some =
    last === undefined ? '未签收' : `${signed.length}方已签收，${receivers.length - signed.length}方未签收`;
  return `${how === 'text' ? '已发短信' : '已电话告知'}，${isAll ? `${say(last)}签收` : some}`;
};

/** 按时, 逾期42分, 缺报 …: what became of one time that a duty was owed. */
export const resultOf = (duty: Duty, of: Omit<Occurrence, 'occurrence' | 'entry'>): string => {
  const { outcome, due, completedAt } = of;
  const lateBy = due === null || completedAt === null ? 0 : millisecondsOf(completedAt) - millisecondsOf(due);
  switch (outcome) {
    case 'fulfilledLate':
      return lateBy > 0 ? textOf(overdueBy(lateBy)) : '逾期完成';
    case 'fulfilled': {
      const isLaw = duty.basis === 'law' && !duty.byReference;
      if (!hasNumber(duty) || due === null || !isLaw) return '已办';
      if (isUnproven(of)) return '已办，已过时限后补录';
      // A limit that broke nothing has passed all the same.
      return lateBy > 0 ? '已办，已过时限' : '按时';
    }
    case 'missed':
      return duty.limitKind === 'every' ? '缺报' : '逾期未办';
    case 'unconfirmed':
      return isUnproven(of)
        ? `已办，待确认；${of.lateEntry?.after === 'overdue' ? '逾期' : '已过时限'}后补录`
        : '已办，待确认';
    case 'lateEntry':
      return '逾期后补录，待核实';
    case 'unapproved':
      return '未经审定发布';
    case 'ended':
      return '已终止';
    default:
      return '未办';
  }
};

/** The same, of a 补录 with when it was entered and who has verified it: 按时（03:00补录，某某核实）. */
export const wholeResultOf = (
  duty: Duty,
  of: Parameters<typeof resultOf>[1],
  say: (time: string) => string,
): string => `${resultOf(duty, of)}${lateEntryNote(of, say)}`;

/** Whether a result is a breach, or may be one. */
export const isBad = (outcome: Occurrence['outcome']): boolean =>
  outcome === 'fulfilledLate' || outcome === 'missed' || outcome === 'unapproved';

/** What became of a duty that is done. */
const doneWords = (duty: Duty, now: number): string =>
  duty.byNotice !== null && duty.outcome === 'fulfilled'
    ? toldWords(duty.byNotice, (time) => momentOf(time, now))
    : wholeResultOf(duty, duty, (time) => momentOf(time, now));

const doneFigures = (duty: Duty, now: number): Figures => {
  const { completedAt, outcome, status } = duty;
  const isEnded = status === 'ended' && (outcome === 'open' || outcome === 'ended');
  return {
    left: words(isEnded ? '已终止' : completedAt === null ? '已完成' : `✓ ${momentOf(completedAt, now)}`),
    due: isEnded ? '' : doneWords(duty, now),
    tone: isBad(outcome) ? 'late' : '',
  };
};
/** What stands at the right of a duty. */
export const figuresOf = (duty: Duty, now: number): Figures =>
  isOver(duty) ? doneFigures(duty, now) : openFigures(duty, now);

const holdText = ({ from, to, reason }: Duty['holds'][number], now: number): string =>
  `暂缓${to === null ? `，${momentOf(from, now)}起` : `至${momentOf(to, now)}`}：${reason}`;

/** Why no more of it is owed: it was ended, or the level that it was done at has changed since. */
export const whyOver = ({ status, limitKind, reason }: Duty): string | null =>
  status === 'ended' || (status === 'fulfilled' && limitKind !== 'every') ? reason : null;

/** What else has to be known of a duty, a sentence each. */
export const notesOf = (duty: Duty, now: number): string[] => [
  ...(duty.foundLate === null ? [] : [duty.foundLate.text]),
  ...(duty.keptDue === undefined || isOver(duty) ? [] : [keptText(duty.keptDue, now)]),
  ...(duty.untold ? [UNTOLD] : []),
  ...(duty.calendarMissing === undefined
    ? []
    : [`待${duty.calendarMissing.join('、')}年放假通知，时限可能变动`]),
  ...(isOver(duty) || periodToCome(duty, now) === '' ? [] : [periodToCome(duty, now)]),
  ...(duty.softDue === null || isOver(duty) ? [] : [`一般应在${momentOf(duty.softDue, now, true)}前`]),
  ...(isOver(duty) ? [] : duty.holds.map((hold) => holdText(hold, now))),
  ...(duty.start?.estimated === true && !isOver(duty) ? [`暂按${spoken(duty.start.name)}起算`] : []),
  ...(duty.extendableTo === undefined || isOver(duty) || duty.due === null
    ? []
    : [duty.extendableTo === null ? '可申请延长' : `最长可延至${momentOf(duty.extendableTo, now, true)}`]),
  ...(duty.missingReceivers.length === 0 || isOver(duty) || duty.receivers.length < 2
    ? []
    : [
        `还须报${duty.missingReceivers.map((group) => group.map(({ name }) => spoken(name)).join('或')).join('、')}`,
      ]),
  ...(whyOver(duty) === null ? [] : [spoken(whyOver(duty)!)]),
];

/** Earlier times that a duty was owed: all but the one that it stands at. */
export const earlierOf = (duty: Duty): Occurrence[] =>
  duty.history.filter(({ occurrence }) => occurrence !== duty.occurrence);
/** How they went: 按时5次，缺报1次. */
export const tallyOf = (duty: Duty, occurrences: readonly Occurrence[]): string => {
  const counts = new Map<string, number>();
  for (const each of occurrences) {
    const kind = each.outcome === 'fulfilledLate' ? '逾期' : `${resultOf(duty, each)}${lateEntryKind(each)}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${kind}${count}次`).join('，');
};

/** What the axis draws of a duty at `now`; null: it has not begun. */
export const timesOf = (duty: Duty, now: number): Times | null =>
  duty.start === null
    ? null
    : {
        start: millisecondsOf(duty.start.at),
        due: limitOf(duty) === null ? null : at(limitOf(duty)),
        done: isOver(duty) ? millisecondsOf(duty.completedAt ?? duty.start.at) : null,
        isImmediate: duty.limitKind === 'immediate',
        isGuess: isTentative(duty),
        isBreach: isOverdue(duty, now) || duty.fulfilledLate,
      };
