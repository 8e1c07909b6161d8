import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import type { DutyReply } from '../../../../shared/contracts/replies/duty.ts';
import { overdueBy, textOf } from '../../duration.ts';
import { dutyMarks, isOverdue, withMarks } from '../../limit-marks.ts';
import { spoken } from '../../spoken.ts';
import { datedMoment, millisecondsOf } from '../../wall-clock.ts';
import { earlierOf, isBad, isOver, tallyOf, toldWords, wholeResultOf, whyOver } from '../limits.ts';
import { doerOf, type Entry } from '../log.ts';
import { dutyName } from '../units/names.ts';
import type { Cell, Piece } from './piece.ts';

// 职责办理情况: of each duty until when, when it was done, and how that is to be called.

/** A time with its day; in another year than the case's with that. */
const within =
  (year: number) =>
  (time: string, isEnd = false): string =>
    datedMoment(time, year, isEnd);

const isPeriodic = ({ limitKind, history }: DutyReply): boolean =>
  limitKind === 'every' && history.length > 0;

const dueCell = (duty: DutyReply, say: ReturnType<typeof within>): string => {
  if (isPeriodic(duty) || duty.due === null || duty.limitKind === 'immediate') return spoken(duty.limitText);
  return say(duty.due, true);
};
const doneCell = (duty: DutyReply, say: ReturnType<typeof within>): string => {
  if (!isPeriodic(duty)) return duty.completedAt === null ? '' : say(duty.completedAt);
  const done = duty.history.flatMap(({ completedAt }) => completedAt ?? []);
  const last = done[done.length - 1];
  if (last === undefined) return '';
  return done.length === 1 ? say(last) : `${say(done[0]!)}至${say(last)}`;
};

/** Who did it: of a repetition everybody who did it once. */
const byCell = (duty: DutyReply, entries: readonly Entry[]): string => {
  const done = duty.history.filter(
    ({ completedAt, occurrence }) =>
      completedAt !== null && (isPeriodic(duty) || occurrence === duty.occurrence),
  );
  return [...new Set(done.flatMap((time) => doerOf(entries, { ...time, duty: duty.duty }) ?? []))]
    .map(spoken)
    .join('、');
};

/** What is still owed: 逾期…，未办 · 未办 · 未定时限 · 未起算. */
const openResult = (duty: DutyReply, now: number): string => {
  const { status, due, statusText } = duty;
  if (isOverdue(duty, now) && due !== null) return `${textOf(overdueBy(now - millisecondsOf(due)))}，未办`;
  return status === 'open' ? withMarks('未办', dutyMarks(duty)) : spoken(statusText).replace(/·/g, '，');
};
/** So many times, or signs of a reason, a narrow column has room for; the log has all of them. */
const MOST_TIMES = 6;
const MOST_SIGNS = 60;
const listed = (times: readonly string[]): string =>
  `${times.slice(0, MOST_TIMES).join('、')}${times.length > MOST_TIMES ? `等${times.length}次` : ''}`;
const because = (reason: string | null): string => {
  if (reason === null) return '';
  const said = spoken(reason);
  return said.length > MOST_SIGNS ? '，理由见日志' : `：${said}`;
};

const periodResult = (duty: DutyReply, say: ReturnType<typeof within>, now: number): string => {
  const past = [
    ...earlierOf(duty),
    ...duty.history.filter(({ occurrence }) => occurrence === duty.occurrence),
  ].filter(({ outcome }) => outcome !== 'open');
  const missed = past.flatMap(({ outcome, due }) =>
    outcome === 'missed' && due !== null ? [say(due, true)] : [],
  );
  return [
    ...(past.length === 0 ? [] : [tallyOf(duty, past)]),
    ...(missed.length === 0 ? [] : [`缺报的应于${listed(missed)}`]),
    ...(isOver(duty) ? [] : [openResult(duty, now)]),
  ].join('；');
};
/** A text is on paper what it is: handed to the gateway. */
const overWords = (duty: DutyReply, say: ReturnType<typeof within>): string =>
  duty.byNotice !== null && duty.outcome === 'fulfilled'
    ? toldWords(duty.byNotice, say).replace('已发短信', '已发短信（提交网关）')
    : wholeResultOf(duty, duty, say);
const resultCell = (duty: DutyReply, say: ReturnType<typeof within>, now: number): Cell => {
  if (isPeriodic(duty))
    return {
      text: periodResult(duty, say, now),
      isBold: isOverdue(duty, now) || duty.history.some(({ outcome }) => isBad(outcome)),
    };
  if (!isOver(duty)) return { text: openResult(duty, now), isBold: isOverdue(duty, now) };
  const isEnded = duty.status === 'ended' && (duty.outcome === 'open' || duty.outcome === 'ended');
  return {
    text: isEnded ? `已终止${because(duty.reason)}` : `${overWords(duty, say)}${because(whyOver(duty))}`,
    isBold: isBad(duty.outcome),
  };
};

const shortClauses = (clauses: DutyReply['clauses']): string =>
  [...new Set(clauses.map(({ short }) => spoken(short)))].join('、');

/** One row a duty, also for those that are owed no more. */
export const dutyRows = (
  { duties, cancelled, instants }: CaseReply,
  now: number,
  entries: readonly Entry[],
): Piece[] => {
  const say = within(millisecondsOf(instants.openedAt));
  return [
    ...duties.map(
      (duty): Piece => ({
        kind: 'row',
        table: 'duties',
        cells: [
          [{ text: `${dutyName(duty)}${isPeriodic(duty) ? `（共${duty.history.length}次）` : ''}` }],
          [{ text: shortClauses(duty.clauses) }],
          [{ text: dueCell(duty, say) }],
          [{ text: doneCell(duty, say) }],
          [{ text: byCell(duty, entries) }],
          [resultCell(duty, say, now)],
        ],
      }),
    ),
    ...cancelled.map(
      ({ name, clauses, reason }): Piece => ({
        kind: 'row',
        table: 'duties',
        cells: [
          [{ text: spoken(name) }],
          [{ text: shortClauses(clauses) }],
          [],
          [],
          [],
          [{ text: `不再适用${because(reason)}` }],
        ],
      }),
    ),
  ];
};
