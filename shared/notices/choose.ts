import type { Notice } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { isJoint } from '../case/units.ts';
import { scheduleCase } from '../deadlines/schedule.ts';
import { byKept, type ScheduledDuty } from '../deadlines/scheduled-duty.ts';
import { giversOf, instantName, roleName } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import { isOutward } from '../rules/limits/grade-first.ts';
import type { Instant } from '../time/instants.ts';
import { firstAtOnce, firstLimit, firstTask, nextOfSeries } from './first-duty.ts';
import { bare, ownerFor, taskOf, type Variables } from './phrases.ts';

// Which template a notice gets, by what there is to say to whoever reads it now.

/** A notice, and the case and the instant at which it is told. */
export interface Told {
  regulation: Regulation;
  state: CaseState;
  notice: Notice;
  now: Instant;
}
export interface Chosen {
  template: string;
  /** Whose limit or task the text names. */
  scheduled?: ScheduledDuty | undefined;
  variables?: Variables;
  /** What it asks for at once beside that. */
  asks?: ScheduledDuty | undefined;
}

const SAYS_LATER_LIMIT: readonly string[] = ['warning', 'bareWarning', 'levelLowered', 'gradeAsked'];
/**
 * What opens a case or hands it over names what its reader has to do at once and then the limit that comes first; somebody else's limit
 * says nothing that he needs before what is his.
 */
const aboutBeginning = (
  { regulation, state, notice, now }: Told,
  template: 'opened' | 'assigned',
): Chosen => {
  const limit = firstLimit(regulation, state, notice, now);
  const isToGrade = template === 'opened' && state.provisional;
  if (isToGrade && limit !== undefined) return { template: 'openedGradeFirst', scheduled: limit };
  const atOnce = isToGrade ? undefined : firstAtOnce(regulation, state, notice, now);
  const isAnothers =
    template === 'assigned' && limit !== undefined && ownerFor(regulation, state, notice, limit) !== '';
  if (limit !== undefined && (atOnce === undefined || !isAnothers)) {
    const variables: Variables = atOnce === undefined ? {} : { now: `并${taskOf(regulation, atOnce).duty}` };
    return { template, scheduled: limit, variables, asks: atOnce };
  }
  const task = atOnce ?? firstTask(regulation, state, notice);
  const handed = isJoint(state, notice.unit) ? '配合办理' : '立即报告处置情况';
  const nothing = { duty: template === 'opened' ? '登录核对' : handed, clause: '' };
  return {
    template: `${template}AtOnce`,
    variables: task === undefined ? nothing : taskOf(regulation, task),
    asks: task,
  };
};

/** A text about the case as a whole names the limit that comes first, else what is to be done first; undefined: it is about a duty. */
export const aboutCase = (told: Told): Chosen | undefined => {
  const { regulation, state, notice, now } = told;
  const { template } = notice;
  if (template === 'opened' || template === 'assigned') return aboutBeginning(told, template);
  const limit = firstLimit(regulation, state, notice, now);
  if (template === 'calmed' || template === 'rekindled') {
    if (template === 'calmed' && !instantName(regulation, 'calmedAt').includes('平息'))
      return { template: 'settled' };
    const series = nextOfSeries(regulation, state, now);
    return series === undefined ? { template: `${template}Bare` } : { template, scheduled: series };
  }
  if (!SAYS_LATER_LIMIT.includes(template)) return undefined;
  return limit === undefined ? { template: `${template}Bare` } : { template, scheduled: limit };
};

/** What nobody could have kept is not put to anybody as his delay. */
const FOUND_LATE: Readonly<Record<string, string>> = {
  overdue: 'overdueFound',
  overdueAbove: 'overdueFoundAbove',
};
/** A text about one duty. What has passed by the time that it is told is said so. */
export const aboutDuty = ({ regulation, state, notice, now }: Told): Chosen => {
  const owed = scheduleCase(regulation, state).duties.filter(({ duty }) => duty === notice.duty);
  const found = owed.find(({ current }) => current.occurrence === notice.occurrence) ?? owed[0];
  const { template, due } = notice;
  if (found === undefined) return { template };
  const scheduled = byKept(found, due);
  const saysAhead = template === 'begins' || template === 'remind';
  if (saysAhead && due !== undefined && due <= now) return { template: 'due', scheduled };
  if (scheduled.foundLate !== null) return { template: FOUND_LATE[template] ?? template, scheduled };
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
/** Who has not determined the level is not named again as whose the limit is. */
const ownToo = ({ scheduled }: Chosen, graders: readonly string[]): Variables =>
  scheduled !== undefined && graders.includes(scheduled.responsible) ? { owner: '' } : {};

/** The same for whoever reads it; `due`: the limit that the text names. */
export const forReader = (
  { regulation, state, notice, now }: Told,
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
      variables: {
        ...variables,
        grader: bare(roleName(regulation, graders[0]!)),
        ...ownToo(chosen, graders),
      },
    };
  const isPassed = template === 'gradeFirst' && due !== undefined && due <= now;
  return isPassed ? { ...chosen, template: 'gradeFirstPassed' } : chosen;
};
