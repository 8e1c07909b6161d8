import type { Notice } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { isNumeric } from '../deadlines/limits.ts';
import { isTentative, type ScheduledDuty } from '../deadlines/scheduled-duty.ts';
import {
  AT_ONCE,
  handlingScale,
  isGrading,
  isPerUnit,
  levelOf,
  nameIn,
  roleName,
  settingsOf,
  shortClause,
} from '../regulations/lookup.ts';
import { SMS_LINK_SETTING, SMS_SUBJECT_SETTING } from '../regulations/reserved.ts';
import type { Regulation } from '../regulations/schema.ts';
import { whoOwes } from '../rules/limits/stage-texts.ts';
import { dueInChinese, type Instant } from '../time/instants.ts';
import { isReadersUnit } from './first-duty.ts';

// The pieces that texts are put together from.

export type Variables = Record<string, string>;

/** A name as a text says it: what its brackets explain, whoever gets the text knows. */
export const bare = (name: string): string => name.replaceAll(/\([^()]*\)/g, '');

/** Titles are long, and gateways take short variables. */
const LONGEST_SUBJECT = 18;
export const subjectOf = (regulation: Regulation, { title }: CaseState): string => {
  if (settingsOf(regulation)[SMS_SUBJECT_SETTING] !== true) return '';
  return `“${title.length > LONGEST_SUBJECT ? `${title.slice(0, LONGEST_SUBJECT - 1)}…` : title}”`;
};
/** Where to read on: the bureau's own address, with the case's number behind it, or without one the list of all. */
export const linkOf = (regulation: Regulation, caseId = ''): string => {
  const prefix = settingsOf(regulation)[SMS_LINK_SETTING];
  return typeof prefix === 'string' ? `详见${prefix}${caseId}` : '';
};

export const levelIn = (regulation: Regulation, state: CaseState): string =>
  `${state.provisional ? '初判' : ''}${levelOf(regulation, state.handlingLevel).short}`;

/** 暂定3月3日8时 while the level is only proposed, or a year's holidays are not known yet. */
export const dueIn = ({ zone }: Regulation, due: Instant, scheduled: ScheduledDuty | undefined): string => {
  const tentative = scheduled !== undefined && isTentative(scheduled);
  return `${tentative ? '暂定' : ''}${dueInChinese(due, zone)}`;
};

/** The clause in brackets. What the office has set itself, or taken from another rule, never stands as the law's. */
export const clauseOf = (regulation: Regulation, scheduled: ScheduledDuty, saysDue: boolean): string => {
  const { basis, cite, isOfCase, isOwn, limit } = scheduled;
  if (isOfCase || cite[0] === undefined) return '';
  const isOffices = basis === 'bureau';
  if (saysDue && (isOffices || !isNumeric(limit))) return '(本局目标)';
  if (isOffices) return '';
  return `(${isOwn ? '参照' : ''}${shortClause(regulation, cite[0])})`;
};

/** What a text that says 立即 itself need not say again. */
export const withoutAtOnce = (phrase: string): string => phrase.replace(AT_ONCE, '');
export const phraseOf = ({ toldAs, name }: ScheduledDuty): string => toldAs ?? name;
/** What to do where the text names no limit: 立即召开紧急会议. */
export const taskOf = (regulation: Regulation, scheduled: ScheduledDuty): Variables => ({
  duty: isGrading(regulation, scheduled.duty)
    ? '立即研判定级'
    : `${scheduled.limit.kind === 'immediate' ? '立即' : ''}${withoutAtOnce(phraseOf(scheduled))}`,
  clause: clauseOf(regulation, scheduled, false),
});

/** Who has not done it: the unit that has the case, else the post. */
export const ownerOf = (regulation: Regulation, state: CaseState, scheduled: ScheduledDuty): string =>
  bare(whoOwes(regulation, state, scheduled));

/** The same where the reader has not to do it himself: of a unit whatever its posts owe is its own. */
export const ownerFor = (
  regulation: Regulation,
  state: CaseState,
  notice: Notice,
  scheduled: ScheduledDuty,
): string => {
  const { responsible } = scheduled;
  const isTheirs = isPerUnit(regulation, notice.role)
    ? isReadersUnit(regulation, state, notice, scheduled)
    : notice.role === responsible;
  return isTheirs ? '' : ownerOf(regulation, state, scheduled);
};

/** 疑似复燃: what tells a story whose case was concluded; of which case stands at the desk. */
export const FLARES_UP = '(疑似复燃)';

const WARNS = ['预警', '通报', '通知'];
/** By which of these words the regulation's duties tell units and leaders of a case. */
export const warnWord = ({ duties }: Regulation): string =>
  WARNS.find((word) => duties.some(({ name }) => name.includes(word))) ?? WARNS[0]!;

/** 你股, 你科, 你室; whatever is no section of the bureau itself is 你单位. */
export const unitWord = (regulation: Regulation, unit: string | null): string =>
  /[股科室]$/.exec(unit === null ? '' : nameIn(regulation.units, unit))?.[0] ?? '单位';

/** Why somebody else is told than whom it is for; empty when it is for him. */
export const whyOf = (regulation: Regulation, notice: Notice, reachedRole: string | undefined): string => {
  if (reachedRole === undefined || reachedRole === notice.role) return '';
  return notice.unit === undefined && isPerUnit(regulation, notice.role)
    ? '(尚未转办,暂由你处理)'
    : `(${bare(roleName(regulation, notice.role))}无人可通知,改发上一级)`;
};

/** From which level to which, as far as it is known. */
export const changeOf = (regulation: Regulation, state: CaseState, notice: Notice): string => {
  const from = notice.variables.from ?? (state.lowering === null ? undefined : levelIn(regulation, state));
  const to =
    notice.variables.level ??
    (state.lowering === null ? undefined : levelOf(regulation, state.lowering.to).short);
  return to === undefined ? '调低' : `${from === undefined ? '' : `由${from}`}调为${to}`;
};

/** What the digest of items without clocks says, `at` the instant that it is made. */
export const routineWords = (regulation: Regulation, count: number, at: Instant): Variables => {
  const [lowest] = handlingScale(regulation).levels.toSorted((one, other) => one.rank - other.rank);
  return {
    sign: regulation.smsSignature,
    level: lowest!.short,
    count: String(count),
    time: dueInChinese(at, regulation.zone),
    link: linkOf(regulation),
  };
};

/**
 * What is said of a case whose clock could not be restarted, when nothing more can be read of it. `mayLink`: it is known to be no 涉密
 * one, of which no text has an address.
 */
export const faultWords = (regulation: Regulation, caseId: string, mayLink: boolean): Variables => ({
  sign: regulation.smsSignature,
  case: caseId,
  link: mayLink ? linkOf(regulation, caseId) : '',
});
