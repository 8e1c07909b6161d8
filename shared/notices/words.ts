import type { Notice } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { isNumeric } from '../deadlines/limits.ts';
import { scheduleCase } from '../deadlines/schedule.ts';
import { isTentative, type ScheduledDuty } from '../deadlines/scheduled-duty.ts';
import {
  giversOf,
  handlingScale,
  instantName,
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
import { isOutward } from '../rules/limits/grade-first.ts';
import { dueInChinese, type Instant, inChinese, millisecondsOf } from '../time/instants.ts';
import { spokenLength } from '../time/spoken.ts';
import { firstLimit, firstTask, nextOfSeries } from './first-duty.ts';
import { templateOf } from './templates.ts';

/** What one notice says: everything that its text may need, and the limit that it names. */
export interface Part {
  caseId: string;
  template: string;
  variables: Record<string, string>;
  due?: Instant;
  /** Whether that has passed, or does within the hour. */
  ends?: 'passed' | 'soon';
  duty?: string;
  occurrence?: string;
}
/** When it is told, and to whom where nobody holds the role that it is for. */
export interface Telling {
  now: Instant;
  reachedRole?: string;
}
type Variables = Record<string, string>;
interface Of extends Telling {
  regulation: Regulation;
  state: CaseState;
  notice: Notice;
}

/** A name as a text says it: what its brackets explain, whoever gets the text knows. */
const bare = (name: string): string => name.replaceAll(/\([^()]*\)/g, '');

/** Titles are long, and gateways take short variables. */
const LONGEST_SUBJECT = 18;
const subjectOf = (regulation: Regulation, { title }: CaseState): string => {
  if (settingsOf(regulation)[SMS_SUBJECT_SETTING] !== true) return '';
  return `“${title.length > LONGEST_SUBJECT ? `${title.slice(0, LONGEST_SUBJECT - 1)}…` : title}”`;
};
/** Where to read on: the bureau's own address, with the case's number behind it, or without one the list of all. */
export const linkOf = (regulation: Regulation, caseId = ''): string => {
  const prefix = settingsOf(regulation)[SMS_LINK_SETTING];
  return typeof prefix === 'string' ? `详见${prefix}${caseId}` : '';
};

const levelIn = (regulation: Regulation, state: CaseState): string =>
  `${state.provisional ? '初判' : ''}${levelOf(regulation, state.handlingLevel).short}`;

/** 暂定3月3日8时 while the level is only proposed, or a year's holidays are not known yet. */
const dueIn = ({ zone }: Regulation, due: Instant, scheduled: ScheduledDuty | undefined): string => {
  const tentative = scheduled !== undefined && isTentative(scheduled);
  return `${tentative ? '暂定' : ''}${dueInChinese(due, zone)}`;
};

/** The clause in brackets. What the office has set itself, or taken from another rule, never stands as the law's. */
const clauseOf = (regulation: Regulation, scheduled: ScheduledDuty, saysDue: boolean): string => {
  const { cite, isOfCase, isOwn, limit } = scheduled;
  if (isOfCase || cite[0] === undefined) return '';
  if (saysDue && !isNumeric(limit)) return '(本局目标)';
  return `(${isOwn ? '参照' : ''}${shortClause(regulation, cite[0])})`;
};

const AT_ONCE = /^(立即|第一时间|马上)/;
const phraseOf = ({ toldAs, name }: ScheduledDuty): string => toldAs ?? name;
/** What to do where the text names no limit: 立即召开紧急会议. */
const taskOf = (regulation: Regulation, scheduled: ScheduledDuty): Variables => ({
  duty: isGrading(regulation, scheduled.duty)
    ? '立即研判定级'
    : `${scheduled.limit.kind === 'immediate' ? '立即' : ''}${phraseOf(scheduled).replace(AT_ONCE, '')}`,
  clause: clauseOf(regulation, scheduled, false),
});

/** Who has not done it: the unit that has the case, else the post. */
const ownerOf = ({ regulation, state }: Of, { responsible, unit }: ScheduledDuty): string => {
  const whose = isPerUnit(regulation, responsible) ? (unit ?? state.unit) : null;
  return whose === null ? bare(roleName(regulation, responsible)) : nameIn(regulation.units, whose);
};

/** 你股, 你科, 你室; whatever is no section of the bureau itself is 你单位. */
const unitWord = (regulation: Regulation, unit: string | null): string =>
  /[股科室]$/.exec(unit === null ? '' : nameIn(regulation.units, unit))?.[0] ?? '单位';

/** Why somebody else is told than whom it is for; empty when it is for him. */
const whyOf = ({ regulation, notice, reachedRole }: Of): string => {
  if (reachedRole === undefined || reachedRole === notice.role) return '';
  return notice.unit === undefined && isPerUnit(regulation, notice.role)
    ? '(尚未转办,暂由你处理)'
    : `(${bare(roleName(regulation, notice.role))}无人可通知,改发上一级)`;
};

interface Chosen {
  template: string;
  /** Whose limit or task the text names. */
  scheduled?: ScheduledDuty | undefined;
  variables?: Variables;
}

const SAYS_LATER_LIMIT: readonly string[] = ['warning', 'bareWarning', 'levelLowered', 'gradeAsked'];
/** A text about the case as a whole names the limit that comes first, else what is to be done first. */
const aboutCase = (of: Of): Chosen | undefined => {
  const { regulation, state, notice, now } = of;
  const { role, template } = notice;
  const limit = firstLimit(regulation, state, { role, now });
  if (template === 'opened' || template === 'assigned') {
    if (limit !== undefined) {
      const gradeFirst = template === 'opened' && state.provisional;
      return { template: gradeFirst ? 'openedGradeFirst' : template, scheduled: limit };
    }
    const task = firstTask(regulation, state, role);
    const nothing = { duty: template === 'opened' ? '登录核对' : '立即报告处置情况', clause: '' };
    return {
      template: `${template}AtOnce`,
      variables: task === undefined ? nothing : taskOf(regulation, task),
    };
  }
  if (template === 'calmed' || template === 'rekindled') {
    if (template === 'calmed' && !instantName(regulation, 'calmedAt').includes('平息'))
      return { template: 'settled' };
    const series = nextOfSeries(regulation, state, now);
    return series === undefined ? { template: `${template}Bare` } : { template, scheduled: series };
  }
  if (!SAYS_LATER_LIMIT.includes(template)) return undefined;
  return limit === undefined ? { template: `${template}Bare` } : { template, scheduled: limit };
};

/** A text about one duty. What has passed by the time that it is told is said so. */
const aboutDuty = ({ regulation, state, notice, now }: Of): Chosen => {
  const owed = scheduleCase(regulation, state).duties.filter(({ duty }) => duty === notice.duty);
  const scheduled = owed.find(({ current }) => current.occurrence === notice.occurrence) ?? owed[0];
  const { template, due } = notice;
  if (scheduled === undefined) return { template };
  const saysAhead = template === 'begins' || template === 'remind';
  if (saysAhead && due !== undefined && due <= now) return { template: 'due', scheduled };
  const awaits = template === 'begins' && scheduled.awaitsGrade && isOutward(regulation, scheduled);
  return { template: awaits ? 'gradeFirst' : template, scheduled };
};

/** Whoever may determine the level is asked to; others are told that it waits for him, and those above that it does. */
const FOR_OTHERS: Readonly<Record<string, string>> = {
  openedGradeFirst: 'opened',
  gradeFirst: 'gradeAwaited',
  gradeFirstAtOnce: 'gradeAwaitedAtOnce',
  gradeAsked: 'gradeAskedAbove',
  gradeAskedBare: 'gradeAskedAboveBare',
};
const forReader = (
  { regulation, state, notice, now }: Of,
  chosen: Chosen,
  due: Instant | undefined,
): Chosen => {
  const { template, variables } = chosen;
  const graders = giversOf(regulation, 'ConfirmGrade', state.warningLevel);
  const instead = graders.length === 0 ? undefined : FOR_OTHERS[template];
  if (instead !== undefined && !graders.includes(notice.role))
    return {
      ...chosen,
      template: instead,
      variables: { ...variables, grader: bare(roleName(regulation, graders[0]!)) },
    };
  const isPassed = template === 'gradeFirst' && due !== undefined && due <= now;
  return isPassed ? { ...chosen, template: 'gradeFirstPassed' } : chosen;
};

const ABOUT_CASE_WITH_DUTY: readonly string[] = ['assigned', 'warning', 'bareWarning', 'gradeAsked'];

const ofDuty = (of: Of, { template, scheduled }: Chosen, due: Instant | undefined): Variables => {
  const { regulation, notice, now } = of;
  const left = notice.variables.left;
  const saysDue = templateOf(template).text.includes('{due}');
  const name =
    scheduled === undefined
      ? notice.duty === undefined
        ? ''
        : nameIn(regulation.duties, notice.duty)
      : phraseOf(scheduled);
  const apart = due === undefined ? 0 : millisecondsOf(due) - millisecondsOf(now);
  const { limit } = scheduled ?? {};
  return {
    duty: saysDue ? name : name.replace(AT_ONCE, ''),
    clause: scheduled === undefined ? '' : clauseOf(regulation, scheduled, saysDue),
    person: scheduled === undefined ? '' : ownerOf(of, scheduled),
    times: '1',
    ...(due === undefined ? {} : { due: dueIn(regulation, due, scheduled) }),
    ...(apart > 0 ? { rest: spokenLength(apart) } : { lag: spokenLength(-apart) }),
    ...(limit?.kind === 'within' && limit.soft !== undefined ? { soft: inChinese(limit.soft) } : {}),
    ...(left === undefined ? {} : { left: `(尚缺${bare(left)})` }),
  };
};

/** From which level to which, as far as it is known. */
const changeOf = ({ regulation, state, notice }: Of): string => {
  const from = notice.variables.from ?? (state.lowering === null ? undefined : levelIn(regulation, state));
  const to =
    notice.variables.level ??
    (state.lowering === null ? undefined : levelOf(regulation, state.lowering.to).short);
  return to === undefined ? '调低' : `${from === undefined ? '' : `由${from}`}调为${to}`;
};

/** What is 立即 has the instant that it began at, which is no limit; an office's own target is one where the text names it. */
const limitOf = ({ template, scheduled }: Chosen, { due }: Notice): Instant | undefined =>
  scheduled === undefined || isNumeric(scheduled.limit) || templateOf(template).text.includes('{due}')
    ? due
    : undefined;

const AN_HOUR = 3_600_000;
const endOf = (due: Instant | undefined, now: Instant): Pick<Part, 'due' | 'ends'> => {
  if (due === undefined) return {};
  if (due <= now) return { due, ends: 'passed' };
  return millisecondsOf(due) - millisecondsOf(now) <= AN_HOUR ? { due, ends: 'soon' } : { due };
};

const hasAdvice = (scheduled: ScheduledDuty | undefined): boolean =>
  scheduled?.warning?.says.some(({ from }) => from === 'advice') === true;

/** What a notice says to whom it is told now: its template by what there is to say, with all the words. */
export const partOf = (regulation: Regulation, state: CaseState, notice: Notice, telling: Telling): Part => {
  const of: Of = { regulation, state, notice, ...telling };
  const own = aboutDuty(of);
  const isOfCase = notice.duty === undefined || ABOUT_CASE_WITH_DUTY.includes(notice.template);
  const ofCase = isOfCase ? aboutCase(of) : undefined;
  const due = ofCase === undefined ? limitOf(own, notice) : (ofCase.scheduled?.current.due ?? undefined);
  const chosen = forReader(of, ofCase ?? own, due);
  const { left: _left, person, ...given } = notice.variables;
  const duty = ofCase === undefined ? notice.duty : ofCase.scheduled?.duty;
  const occurrence = ofCase === undefined ? notice.occurrence : ofCase.scheduled?.current.occurrence;
  return {
    caseId: state.caseId,
    template: chosen.template,
    variables: {
      case: state.caseId,
      level: levelIn(regulation, state),
      subject: subjectOf(regulation, state),
      link: linkOf(regulation, state.caseId),
      unit: unitWord(regulation, notice.unit ?? state.unit),
      what: hasAdvice(own.scheduled) ? '研判和建议' : '详情',
      change: changeOf(of),
      why: whyOf(of),
      ...ofDuty(of, chosen, due),
      ...chosen.variables,
      ...given,
      ...(person === undefined ? {} : { person: bare(person) }),
    },
    ...endOf(due, telling.now),
    ...(duty === undefined ? {} : { duty }),
    ...(occurrence === undefined ? {} : { occurrence }),
  };
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

/** What is said of a case whose clock could not be restarted, when nothing more can be read of it. */
export const faultWords = (regulation: Regulation, caseId: string): Variables => ({
  sign: regulation.smsSignature,
  case: caseId,
  link: linkOf(regulation, caseId),
});
