import type { DutyReply } from '../../shared/contracts/replies/duty.ts';
import { earlierOf, wholeResultOf } from './case/limits.ts';
import { bracketed, dutyMarks, keptWords, UNTOLD } from './limit-marks.ts';
import { spoken } from './spoken.ts';
import { datedMoment, daysUntil, millisecondsOf, momentOf } from './wall-clock.ts';

// How a limit came about, for whoever asks: from when it counts, the sum, what bears on it.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Lengths that are counted by the clock, as the API puts them: `3小时内`, `每24小时`. */
const BY_CLOCK = /^每?(\d+)(分钟|小时)/;
/** And by the calendar: `10日内(至期满日24时,遇休息日顺延)`, `每15日`, `5个工作日内`. */
const BY_CALENDAR = /^每?(\d+)(日|天|周|个工作日)/;
/** Instants are told in whole seconds. */
const SAME_MILLISECONDS = 2000;

/** `3月2日22:50 + 3小时 = 3月3日01:50`; of a later period `+ 24小时×2`; null where the clock alone does not make it. */
const clockSum = ({ limitText, start, due }: DutyReply, now: number): string | null => {
  const [, number, unit] = BY_CLOCK.exec(limitText) ?? [];
  if (number === undefined || start === null || due === null) return null;
  const length = Number(number) * (unit === '分钟' ? MINUTE : HOUR);
  const took = millisecondsOf(due) - millisecondsOf(start.at);
  const times = Math.round(took / length);
  const isPeriod = limitText.charAt(0) === '每';
  if (times < 1 || (times > 1 && !isPeriod)) return null;
  if (Math.abs(took - times * length) > SAME_MILLISECONDS) return null;
  const many = times === 1 ? '' : `×${times}`;
  return `${datedMoment(start.at, now)} + ${number}${unit}${many} = ${datedMoment(due, now, true)}`;
};

/** `11月30日起第15日为12月15日`: where days are counted, with what moved the end. */
const calendarSum = ({ limitText, start, due }: DutyReply, now: number): string | null => {
  const [, number, unit] = BY_CALENDAR.exec(limitText) ?? [];
  if (number === undefined || start === null || due === null) return null;
  const length = unit === '周' ? Number(number) * 7 : Number(number);
  const days = daysUntil(due, millisecondsOf(start.at));
  const end = datedMoment(due, now, true);
  const isMoved = unit !== '个工作日' && days > length && limitText.indexOf('顺延') >= 0;
  return `从${datedMoment(start.at, now)}起${number}${unit}，到${end}${isMoved ? '（遇休息日已顺延）' : ''}`;
};

/** How the limit follows from where it counts; null: there is nothing to reckon. */
export const sumOf = (duty: DutyReply, now: number): string | null =>
  duty.limitKind === 'immediate' ? null : (clockSum(duty, now) ?? calendarSum(duty, now));

export interface Row {
  label: string;
  text: string;
}
type Part = (duty: DutyReply, now: number) => Row | null;

const limitRow: Part = ({ limitText, limitKind, reason, status }) => {
  // `listed`: what the law says instead of a number.
  const said = status === 'listed' ? (reason ?? limitText) : limitText;
  const none = limitKind === 'immediate' ? '（没有写数字，不算逾期）' : '';
  return { label: '时限', text: `${spoken(said)}${none}` };
};
/** That it is the regulation's goes without saying beside its words; that it is the office's own, or provisional, does not. */
const basisRow: Part = ({ basis, basisText }) =>
  basis === 'law' && basisText.indexOf('(') < 0 ? null : { label: '依据', text: spoken(basisText) };
/** By whom, and to whom: duties that are called alike differ in these. */
const responsibleRow: Part = ({ responsible }) => ({ label: '责任', text: spoken(responsible.name) });
const receiversRow: Part = ({ receivers }) =>
  receivers.length === 0
    ? null
    : { label: '对象', text: receivers.map(({ name }) => spoken(name)).join('、') };
const startRow: Part = ({ start, status, reason }, now) => {
  if (start === null)
    return status === 'notStarted' && reason !== null
      ? { label: '起算', text: spoken(reason.replace(/^.*?尚未起算/, '尚未起算')) }
      : null;
  const guess = start.estimated ? '，没有更确切的时间，暂按此起算' : '';
  const day = start.dateOnly ? '（只知日期，按当日24时起算）' : '';
  const { revised } = start;
  const put =
    revised === undefined
      ? ''
      : `（原为${datedMoment(revised.from, now)}，${revised.by}于${datedMoment(revised.at, now)}改晚）`;
  return { label: '起算', text: `${spoken(start.name)}，${datedMoment(start.at, now)}${guess}${day}${put}` };
};
const sumRow: Part = (duty, now) => {
  const sum = sumOf(duty, now);
  return sum === null ? null : { label: '算法', text: sum };
};
const dueRow: Part = (duty, now) => {
  const { due, limitKind } = duty;
  if (due === null) return null;
  if (limitKind === 'immediate') return { label: '应办', text: `从${datedMoment(due, now)}起` };
  return { label: '应于', text: `${datedMoment(due, now, true)}前${bracketed(dutyMarks(duty))}` };
};
/** A limit of a former level goes on where it is the earlier one. */
const levelRow: Part = ({ limitLevel }) =>
  limitLevel === undefined
    ? null
    : {
        label: '级别',
        text: `${spoken(limitLevel.name)}时给出的时限。级别调整后照旧：制度没有另写怎样计算的，取各级别中最早的，不因调整级别而推后`,
      };
/** Of a repetition on a fixed grid: within which time it has to be done, and what became of the time before. */
const periodRow: Part = ({ countsFrom, due }, now) => {
  if (countsFrom === undefined || due === null) return null;
  const [from, to] = [datedMoment(countsFrom, now, true), datedMoment(due, now, true)];
  return { label: '本期', text: `${from}后、${to}前办理的；此前办理的算上期` };
};
const beforeRow: Part = (duty, now) => {
  const [before] = earlierOf(duty).slice(-1);
  if (duty.limitKind !== 'every' || before === undefined) return null;
  const due = before.due === null ? '' : `应于${datedMoment(before.due, now, true)}前，`;
  const done = before.completedAt === null ? '' : `${datedMoment(before.completedAt, now)}办理，`;
  return {
    label: '上期',
    text: `${due}${done}${wholeResultOf(duty, before, (time) => datedMoment(time, now))}`,
  };
};
const softRow: Part = ({ softDue }, now) =>
  softDue === null ? null : { label: '一般', text: `应在${datedMoment(softDue, now, true)}前` };
const extensionRow: Part = ({ extendableTo }, now) => {
  if (extendableTo === undefined) return null;
  const text =
    extendableTo === null ? '可以，没有写最长到何时' : `最长到${datedMoment(extendableTo, now, true)}`;
  return { label: '延长', text };
};
const calendarRow: Part = ({ calendarMissing = [] }) =>
  calendarMissing.length === 0
    ? null
    : { label: '放假', text: `${calendarMissing.join('、')}年的放假通知还没有录入，时限暂定，不算逾期` };
const holdRow: Part = ({ holds }, now) =>
  holds.length === 0
    ? null
    : {
        label: '暂缓',
        text: holds
          .map(({ from, to, reason }) => {
            const until = to === null ? '起，未定何时恢复' : `至${datedMoment(to, now)}`;
            return `${datedMoment(from, now)}${until}：${reason}`;
          })
          .join('；'),
      };

/** An elapsed time to the minute. */
const elapsed = (seconds: number): string => {
  if (seconds < 60) return `${seconds}秒`;
  const minutes = Math.floor(seconds / 60);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  return `${days > 0 ? `${days}天` : ''}${hours > 0 ? `${hours}小时` : ''}${rest > 0 ? `${rest}分` : ''}`;
};
const foundRow: Part = ({ foundLate }) =>
  foundLate === null
    ? null
    : { label: '说明', text: `${spoken(foundLate.text)}${elapsed(foundLate.bySeconds)}` };
const keptRow: Part = ({ keptDue }, now) =>
  keptDue === undefined
    ? null
    : { label: '原时限', text: `${datedMoment(keptDue, now)}，${keptWords(keptDue, now)}` };
const untoldRow: Part = ({ untold }) => (untold ? { label: '通知', text: UNTOLD } : null);
const doneRow: Part = ({ completedAt, statusText }, now) =>
  completedAt === null
    ? null
    : { label: '办理', text: `${datedMoment(completedAt, now)}，${spoken(statusText)}` };
const leftRow: Part = ({ missingReceivers, completedAt }) =>
  missingReceivers.length === 0 || completedAt !== null
    ? null
    : {
        label: '还须报',
        text: spoken(missingReceivers.map((group) => group.map(({ name }) => name).join('或')).join('、')),
      };
const nextRow: Part = ({ next }, now) =>
  next === null
    ? null
    : { label: '下一步', text: `${momentOf(next.at, now)}${next.stageText}：${spoken(next.to.name)}` };

const PARTS: readonly Part[] = [
  limitRow,
  basisRow,
  responsibleRow,
  receiversRow,
  startRow,
  sumRow,
  dueRow,
  levelRow,
  periodRow,
  beforeRow,
  softRow,
  extensionRow,
  calendarRow,
  holdRow,
  foundRow,
  keptRow,
  untoldRow,
  doneRow,
  leftRow,
  nextRow,
];

/** All that bears on a duty's limit at `now`, in the order in which one asks for it. */
export const limitRows = (duty: DutyReply, now: number): Row[] =>
  PARTS.flatMap((part) => part(duty, now) ?? []);
