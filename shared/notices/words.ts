import type { Notice } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { isJoint } from '../case/units.ts';
import { isReleased } from '../deadlines/completions/by-notice.ts';
import { isNumeric } from '../deadlines/limits.ts';
import type { ScheduledDuty } from '../deadlines/scheduled-duty.ts';
import { FOUND_LATE } from '../deadlines/starts/found-late.ts';
import { nameIn, settingsOf } from '../regulations/lookup.ts';
import { SMS_SUBJECT_SETTING } from '../regulations/reserved.ts';
import type { Regulation } from '../regulations/schema.ts';
import { essenceOf } from '../rules/parts/essence.ts';
import { actName } from '../rules/parts/incomplete.ts';
import { dueInChinese, type Instant, inChinese, millisecondsOf } from '../time/instants.ts';
import { spokenLength } from '../time/spoken.ts';
import { aboutCase, aboutDuty, type Chosen, forReader, type Told } from './choose.ts';
import {
  bare,
  changeOf,
  clauseOf,
  dueIn,
  FLARES_UP,
  levelIn,
  linkOf,
  ownerFor,
  ownerOf,
  phraseOf,
  subjectOf,
  unitWord,
  type Variables,
  warnWord,
  whyOf,
  withoutAtOnce,
} from './phrases.ts';
import { callsNow } from './still-owed.ts';
import { templateOf } from './templates.ts';

/** What one notice says: everything that its text may need, and the limit that it names. */
export interface Part {
  caseId: string;
  template: string;
  variables: Variables;
  due?: Instant;
  /** Whether that has passed, or does within the hour. */
  ends?: 'passed' | 'soon';
  duty?: string;
  occurrence?: string;
  /** What it asks for at once beside that, `duty#occurrence`. */
  asks?: string;
}
/** When it is told, and to whom where nobody holds the role that it is for. */
export interface Telling {
  now: Instant;
  reachedRole?: string;
}

const ABOUT_CASE_WITH_DUTY: readonly string[] = ['assigned', 'warning', 'bareWarning', 'gradeAsked'];

const ofDuty = (
  { regulation, state, notice, now }: Told,
  { template, scheduled }: Chosen,
  due: Instant | undefined,
): Variables => {
  const left = notice.variables.left;
  const saysDue = templateOf(template).text.includes('{due}');
  const name =
    scheduled === undefined
      ? notice.duty === undefined
        ? ''
        : nameIn(regulation.duties, notice.duty)
      : phraseOf(scheduled);
  const apart = due === undefined ? 0 : millisecondsOf(due) - millisecondsOf(now);
  const { limit, foundLate, current } = scheduled ?? {};
  return {
    duty: saysDue ? name : withoutAtOnce(name),
    clause: scheduled === undefined ? '' : clauseOf(regulation, scheduled, saysDue),
    person: scheduled === undefined ? '' : ownerOf(regulation, state, scheduled),
    owner: scheduled === undefined ? '' : ownerFor(regulation, state, notice, scheduled),
    times: '1',
    ...(due === undefined ? {} : { due: dueIn(regulation, due, scheduled) }),
    ...(apart > 0 ? { rest: spokenLength(apart) } : { lag: spokenLength(-apart) }),
    // Until this one is made or given up nothing else tells of the next.
    ...(current?.nextDue === undefined
      ? {}
      : { next: `,下一期${dueIn(regulation, current.nextDue, scheduled)}前` }),
    ...(foundLate ? { found: FOUND_LATE[foundLate.how] } : {}),
    ...(scheduled?.soft == null ? {} : { target: dueInChinese(scheduled.soft, regulation.zone) }),
    ...(limit?.kind === 'within' && limit.soft !== undefined ? { soft: inChinese(limit.soft) } : {}),
    ...(left === undefined ? {} : { left: `(尚缺${bare(left)})` }),
  };
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

/** What somebody is asked about: what kind of thing it is; what it says too where titles may stand in texts. */
const whatIn = (regulation: Regulation, state: CaseState, { template, act }: Notice): string | undefined => {
  if (template !== 'confirm' || act === undefined) return undefined;
  const isOpen = settingsOf(regulation)[SMS_SUBJECT_SETTING] === true;
  return isOpen ? essenceOf(regulation, state, act) : bare(actName(regulation, state, act));
};

const keyOf = ({ duty, current: { occurrence } }: ScheduledDuty): string => `${duty}#${occurrence}`;

const hasAdvice = (scheduled: ScheduledDuty | undefined): boolean =>
  scheduled?.warning?.says.some(({ from }) => from === 'advice') === true;

/** What a notice says to whom it is told now: its template by what there is to say, with all the words. */
export const partOf = (regulation: Regulation, state: CaseState, notice: Notice, telling: Telling): Part => {
  const of: Told = { regulation, state, notice, now: telling.now };
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
      part: isJoint(state, notice.unit) ? '会办' : '办理',
      again: state.formerCase === null ? '' : FLARES_UP,
      act: notice.act === undefined ? '' : `(日志第${notice.act}条)`,
      warn: warnWord(regulation),
      warned: isReleased(notice.stage) ? `并${warnWord(regulation)}` : '',
      what: whatIn(regulation, state, notice) ?? (hasAdvice(own.scheduled) ? '研判和建议' : '详情'),
      change: changeOf(regulation, state, notice),
      why: whyOf(regulation, notice, telling.reachedRole),
      ...ofDuty(of, chosen, due),
      ...chosen.variables,
      ...given,
      ...(notice.template === 'telephone' ? { count: `${callsNow(regulation, state).length}` } : {}),
      ...(person === undefined ? {} : { person: bare(person) }),
    },
    ...endOf(due, telling.now),
    ...(duty === undefined ? {} : { duty }),
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(chosen.asks === undefined ? {} : { asks: keyOf(chosen.asks) }),
  };
};
