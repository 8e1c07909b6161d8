import type { LIMITS } from '../../case/events/limits.ts';
import type { EventOf, EventType } from '../../case/events.ts';
import { outcomeInChinese } from '../../deadlines/occurrences/outcome-words.ts';
import { FOUND_LATE } from '../../deadlines/starts/found-late.ts';
import { GRADED_LATE } from '../../deadlines/starts/grade-target.ts';
import { AT_ONCE } from '../../regulations/lookup.ts';
import { elapsedInChinese } from '../../time/instants.ts';
import type { Words } from './words.ts';

// What the file says of limits: what was done to them, by whom or by the clock, and what became of the duties.

export type Describe<T extends EventType> = (event: EventOf<T>, words: Words) => string;
type LimitEvent = (typeof LIMITS)[number]['_zod']['output']['type'];
type Settled = EventOf<'DutiesSettled'>['settled'][number];

export const note = (text: string | undefined): string => (text === undefined ? '' : `:${text}`);

/** A duty of an event: of the regulation's data, under its term's own name, or of the case alone. */
type Told = { duty: string; name?: string | undefined } & Partial<
  Pick<Settled, 'own' | 'unit' | 'limitKind' | 'byReference' | 'provisional' | 'awaitsList'>
>;
/** Its name; where several units owe the same, with whose it is. */
export const nameOf = ({ duty, own, name = own?.name, unit }: Told, words: Words): string =>
  `${name ?? words.duty(duty)}${unit === undefined ? '' : `(${words.unit(unit)})`}`;
const quoted = (told: Told, words: Words): string => `“${nameOf(told, words)}”`;
const hasNumber = ({ duty, own, limitKind }: Told, words: Words): boolean =>
  limitKind === undefined && (own?.hasLimit ?? words.isNumeric(duty));
/** Whose limit it is: 暂定 while the level is only proposed, 参照 where the office reads like a rule what is none for it. */
const limitOf = ({ byReference, provisional, awaitsList }: Told, due: string, words: Words): string => {
  if (byReference) return `(参照时限${words.due(due)},本局设置)`;
  const open = awaitsList ? ',待放假通知' : '';
  return `(${provisional || awaitsList ? '暂定' : ''}时限${words.due(due)}${open})`;
};
/** Without a number only this says that the level is no more than proposed. */
const standingWord = ({ provisional }: Told): string => (provisional ? '(暂定)' : '');
const shouldBy = (due: string, words: Words): string => `应于${words.due(due)}前办结`;
/** After an outage the file has every stage, though only the last of them speaks. */
const skipped = (overtaken: boolean | undefined, text: string): string =>
  overtaken ? `${AFTERWARDS}${text}${UNTOLD}` : text;
const AFTERWARDS = '补记:';
const UNTOLD = ';当时未能单独通知';
const UNTOLD_ALL = ';当时均未能单独通知';
const isAfterwards = (label: string): boolean => label.startsWith(AFTERWARDS) && label.endsWith(UNTOLD);
/** What the events of one entry say, in their order: of several stages in a row that they are noted afterwards is said once for all. */
export const sayAfterwardsOnce = (labels: readonly string[]): string[] => {
  const said = [...labels];
  const speaking = labels.flatMap((label, index) => (label === '' ? [] : [index]));
  for (let from = 0; from < speaking.length; from += 1) {
    let to = from;
    while (to < speaking.length && isAfterwards(labels[speaking[to]!]!)) to += 1;
    const run = speaking.slice(from, to);
    if (run.length < 2) continue;
    for (const index of run) {
      const text = labels[index]!.slice(AFTERWARDS.length, -UNTOLD.length);
      said[index] = `${index === run[0] ? AFTERWARDS : ''}${text}${index === run.at(-1) ? UNTOLD_ALL : ''}`;
    }
    from = to;
  }
  return said;
};

const URGENCY = { immediate: '立即', prompt: '及时', ongoing: '持续' } as const;
/** The clock has come to a duty without a number. */
const nowDue = (told: Told, due: string, words: Words): string => {
  if (words.isGrading(told.duty))
    return `超过本局目标(${words.due(due)})仍未${nameOf(told, words)}:${GRADED_LATE}`;
  const word = told.limitKind === undefined ? '' : URGENCY[told.limitKind];
  const isSaid = AT_ONCE.test(nameOf(told, words)) || nameOf(told, words).startsWith(word);
  const urgency = isSaid ? '' : word;
  return `应${urgency}办理${quoted(told, words)}${standingWord(told)}`;
};

const BEGINS = '开始计时:';
/** 立即, 及时, 持续: there is no time to count. */
const OWES = '应办:';
const isMet = ({ outcome }: Settled): boolean => outcome === 'fulfilled' || outcome === 'fulfilledLate';
/** What became of one time that a duty was owed; `isNumeric`: of a limit in numbers. */
const becameOf = (settled: Settled, isNumeric: boolean, words: Words): string => {
  const { outcome, due, at, before, reason, byReference, isPeriod = false } = settled;
  const name = nameOf(settled, words);
  const when = isNumeric && due !== undefined ? limitOf(settled, due, words) : standingWord(settled);
  if (outcome === 'cancelled') return `${name}终止${note(reason)}`;
  if (outcome === 'withdrawn')
    return `更正后${name}不算逾期${due === undefined ? '' : `(原时限${words.due(due)})`}${note(reason)}`;
  if (outcome === 'moved')
    return `${name}时限${before === undefined ? '' : `由${words.due(before)}`}改为${words.due(due!)}${note(reason)}`;
  if (outcome === 'planned' && settled.again) return `${name}重新列为未办${when}${note(reason)}`;
  if (outcome === 'planned') return `${isNumeric ? BEGINS : OWES}${name}${when}${note(reason)}`;
  if (outcome === 'missed')
    return `${name}${outcomeInChinese(outcome, { isPeriod })}${due === undefined ? '' : `(${shouldBy(due, words)})`}`;
  const isTarget = byReference === true || words.isOfOffice(settled.duty);
  if (!isNumeric && isMet(settled)) return `${name}已办${when}${reason === undefined ? '' : `(${reason})`}`;
  const enteredLate =
    settled.enteredLate === undefined ? undefined : { of: settled.enteredLate, verified: false };
  return `${name}${outcomeInChinese(outcome, { due, at, isTarget, enteredLate })}${when}${note(reason)}`;
};

/** What became of the duties, each in its place; then all that begins, at once: limits, and what is owed without a number. */
const settledInWords = (settled: readonly Settled[], words: Words): string => {
  const lines = settled.map((each) => {
    // A duty may have a number at some levels only (register X41).
    const isNumeric = hasNumber(each, words) && each.due !== undefined;
    const begins = each.outcome === 'planned' || (each.outcome === 'moved' && !isNumeric);
    return becameOf(begins ? { ...each, outcome: 'planned' } : each, isNumeric, words);
  });
  const joined = (word: string): string[] => {
    const begun = lines.flatMap((line) => (line.startsWith(word) ? line.slice(word.length) : []));
    return begun.length === 0 ? [] : [`${word}${begun.join('、')}`];
  };
  const others = lines.filter((line) => !line.startsWith(BEGINS) && !line.startsWith(OWES));
  return [...others, ...joined(BEGINS), ...joined(OWES)].join(';');
};

/** A reminder before a limit, or the office's own target; after it, and where there is no number, it is chased. */
const remindedOf = (
  { due, ofTarget, afterDue, also = [], ...duty }: Omit<EventOf<'DutyReminded'>, 'overtaken'>,
  words: Words,
): string => {
  if (ofTarget) return `提醒${quoted(duty, words)}(本局目标${words.due(due)})`;
  if (hasNumber(duty, words))
    return `${afterDue ? '催办' : '提醒'}${quoted(duty, words)}${limitOf(duty, due, words)}${afterDue ? ',时限已过' : ''}`;
  const others = also.map((each) => quoted(each, words)).join('');
  return `催办${quoted(duty, words)}${others}${words.isGrading(duty.duty) ? `(${GRADED_LATE})` : standingWord(duty)}`;
};

export const LIMIT_LABELS: { [T in LimitEvent]: Describe<T> } = {
  DutyHeld: ({ reason, until, tooLate, ...duty }, words) =>
    `暂缓${quoted(duty, words)}${until === undefined ? '' : `至${words.time(until)}`}:${reason}${tooLate ? '(时限已过,不免除逾期)' : ''}`,
  DutyResumed: ({ reason, ...duty }, words) => `恢复${quoted(duty, words)}:${reason}`,
  DutyExtended: ({ before, to, reason, approvedBy, ...duty }, words) =>
    `${quoted(duty, words)}时限由${words.due(before)}延长至${words.due(to)}:${reason}${approvedBy === undefined ? '' : `(${approvedBy}批准)`}`,
  DeadlineSet: ({ before, due, reason, reference, ...duty }, words) =>
    `录入${quoted(duty, words)}时限${words.due(due)}${before === undefined ? '' : `(原${words.due(before)})`}:${reason}${reference === undefined ? '' : `(依据${reference})`}`,
  LimitSettled: ({ before, due, reason, reference, ...duty }, words) =>
    `按放假通知(${reference})确定${quoted(duty, words)}时限${words.due(due)}(原暂定${words.due(before)}):${reason}`,
  HolidayListsLearned: ({ to }) => `${to}年放假安排已录入,据以确定有关时限`,
  DutyReminded: ({ overtaken, ...event }, words) => skipped(overtaken, remindedOf(event, words)),
  DutyFellDue: ({ due, overtaken, ...duty }, words) =>
    skipped(
      overtaken,
      hasNumber(duty, words)
        ? `到期核查${quoted(duty, words)}${limitOf(duty, due, words)}:未办`
        : nowDue(duty, due, words),
    ),
  DutyOverdue: ({ due, foundLate, untold, lagMilliseconds, overtaken, ...duty }, words) =>
    skipped(
      overtaken,
      `${quoted(duty, words)}已逾期${elapsedInChinese(lagMilliseconds)}(${shouldBy(due, words)}${foundLate === undefined ? '' : `;${FOUND_LATE[foundLate]}`}${untold ? ';通知中断' : ''})`,
    ),
  DutyMissed: ({ due, ...duty }, words) => `缺报${quoted(duty, words)}(${shouldBy(due, words)}),转入下一期`,
  LimitsPassed: ({ passed, revoked }, words) =>
    [
      ...passed.map(({ due, ...duty }) => `${quoted(duty, words)}时限已过,仍未办理(${shouldBy(due, words)})`),
      ...revoked.map(
        ({ due, reason, ...duty }) =>
          `${quoted(duty, words)}不再计为逾期(原时限${words.due(due)})${note(reason)}`,
      ),
    ].join(';'),
  LimitsKept: ({ kept, ended }, words) =>
    [
      ...kept.map(
        ({ due, instead: _, ...duty }) =>
          `${quoted(duty, words)}原时限${words.due(due)}不变,届时未办结仍计逾期`,
      ),
      ...ended.map(({ due, ...duty }) => `${quoted(duty, words)}不再保留原时限${words.due(due)}`),
    ].join(';'),
  DutiesSettled: ({ settled }, words) => settledInWords(settled, words),
};
