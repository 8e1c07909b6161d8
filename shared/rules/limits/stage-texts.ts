import type { CaseState } from '../../case/state.ts';
import { isNumeric } from '../../deadlines/limits.ts';
import type { ScheduledDuty } from '../../deadlines/scheduled-duty.ts';
import type { Step } from '../../deadlines/steps.ts';
import { dayPlanOf, outOfNight } from '../../regulations/day.ts';
import { groupsInChinese, isPerUnit, nameIn, roleName } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import type { Context } from '../context.ts';
import { dutyNotices, type Message, type NoticeDraft } from '../notices.ts';
import { gradeFirst } from './grade-first.ts';

// What each stage of a duty says, and to whom.

/** A duty whose clock waits for something. */
export type Waiting = ScheduledDuty & { next: Step };
export const isWaiting = (scheduled: ScheduledDuty): scheduled is Waiting => scheduled.next !== null;

const rungs = (scheduled: ScheduledDuty, ...numbers: number[]): string[] =>
  numbers.flatMap((number) => scheduled.rungs[number] ?? []);

/** A stage speaks to its rung and again to the one who has to act; after an outage to every rung that was skipped. */
export const spokenTo = (scheduled: Waiting): string[] => {
  const { rung, catchesUp } = scheduled.next;
  return catchesUp ? scheduled.rungs.slice(0, rung + 1) : rungs(scheduled, rung, 0);
};

/** Who of several receivers is left once others were reached, for whoever is asked and told of it. */
const withLeft = (
  { regulation }: Context,
  { missingReceivers, isPartlyDone }: Waiting,
  message: Message,
): Message =>
  missingReceivers.length === 0 || !isPartlyDone
    ? message
    : {
        ...message,
        variables: { ...message.variables, left: groupsInChinese(regulation, missingReceivers) },
      };

/** The bare text of a warning that nobody has released: its receivers are told of the case, and no more (已通知). */
const bareWarning = (scheduled: Waiting): NoticeDraft[] =>
  dutyNotices(scheduled, 'bare', [...scheduled.receivers, ...scheduled.copies], { template: 'bareWarning' });

export const isUnreleased = ({ isNotice, warning }: ScheduledDuty): boolean =>
  isNotice && warning !== null && !warning.isReleased;

/** Whose task a duty is: the unit's that has to act, else the post's. */
export const whoOwes = (
  regulation: Regulation,
  state: CaseState,
  { responsible, unit }: Pick<ScheduledDuty, 'responsible' | 'unit'>,
): string => {
  const whose = isPerUnit(regulation, responsible) ? (unit ?? state.unit) : null;
  return whose === null ? roleName(regulation, responsible) : nameIn(regulation.units, whose);
};

/** The drafts of a stage: who has to act is told of it by `own`, whoever stands above him by `above`, with who is late. */
export const byRung = (
  context: Context,
  state: CaseState,
  scheduled: Waiting,
  { stage, roles, own, above }: { stage: string; roles: readonly string[]; own: Message; above: Message },
): NoticeDraft[] => {
  const person = whoOwes(context.regulation, state, scheduled);
  const told = { ...above, variables: { ...above.variables, person } };
  return [...new Set(roles)].flatMap((role) =>
    dutyNotices(
      scheduled,
      stage,
      [role],
      withLeft(context, scheduled, role === scheduled.rungs[0] ? own : told),
    ),
  );
};

/** What was said to a role before and is said to it again: a person's 签收 spares him that for a while. */
const asRepeats = ({ rungs: all, next }: Waiting, drafts: NoticeDraft[]): NoticeDraft[] => {
  const before = all.slice(0, next.saidTo);
  return drafts.map((draft) => (before.includes(draft.role) ? { ...draft, repeat: true } : draft));
};

const chase = (context: Context, state: CaseState, scheduled: Waiting): NoticeDraft[] =>
  byRung(context, state, scheduled, {
    stage: `remind${scheduled.next.index}`,
    roles: spokenTo(scheduled),
    own: { template: 'chase' },
    above: { template: 'chaseAbove', variables: { times: `${scheduled.next.chased + 1}` } },
  });

const askForRelease = (context: Context, state: CaseState, scheduled: Waiting): NoticeDraft[] => {
  const { next } = scheduled;
  const asked = byRung(context, state, scheduled, {
    stage: `remind${next.index}`,
    roles: spokenTo(scheduled),
    own: { template: 'releaseWarning' },
    above: { template: 'releaseAbove' },
  });
  return next.index === 0 ? [...bareWarning(scheduled), ...asked] : asked;
};

/** Before a target (一般12小时) the target is called to mind, at it that it has come, after it the limit. */
const aheadOf = (at: string, soft: string | null): string => {
  if (soft === null || at > soft) return 'remind';
  return at === soft ? 'soft' : 'beforeSoft';
};

const reminder = (context: Context, state: CaseState, scheduled: Waiting): NoticeDraft[] => {
  const { next, soft } = scheduled;
  if (isUnreleased(scheduled)) return askForRelease(context, state, scheduled);
  const instead = gradeFirst(context, state, scheduled);
  if (instead === undefined && next.at > next.due) return chase(context, state, scheduled);
  const message = instead ?? withLeft(context, scheduled, { template: aheadOf(next.at, soft) });
  const drafts = dutyNotices(scheduled, `remind${next.index}`, spokenTo(scheduled), message);
  // The office's own target is no limit of the duty, but what it is reminded of.
  return next.at > next.due ? drafts : drafts.map((draft) => ({ ...draft, due: next.due }));
};

/** What a reminder says, or a chase of what cannot be 逾期. */
export const remind = (context: Context, state: CaseState, scheduled: Waiting): NoticeDraft[] =>
  asRepeats(scheduled, reminder(context, state, scheduled));

export const fallDue = (context: Context, state: CaseState, scheduled: Waiting): NoticeDraft[] => {
  const { receivers, copies } = scheduled;
  if (isUnreleased(scheduled))
    return dutyNotices(scheduled, 'due', rungs(scheduled, 0), { template: 'releaseWarning' });
  if (scheduled.isNotice)
    return dutyNotices(scheduled, 'due', [...receivers, ...copies], { template: 'warning' });
  if (scheduled.says !== undefined)
    return dutyNotices(scheduled, 'due', rungs(scheduled, 0), { template: scheduled.says });
  const isLimit = isNumeric(scheduled.limit);
  const instead = gradeFirst(context, state, scheduled);
  return byRung(context, state, scheduled, {
    stage: 'due',
    roles: isLimit ? rungs(scheduled, 0, 1) : rungs(scheduled, 0),
    own: instead ?? { template: isLimit ? 'due' : 'atOnce' },
    above: instead ?? { template: 'dueAbove' },
  });
};

/** A limit in days ends at night, and speaks in the morning. */
export const byDay = (
  { regulation, now }: Context,
  { next }: Waiting,
  drafts: readonly NoticeDraft[],
): NoticeDraft[] => {
  const morning = outOfNight(dayPlanOf(regulation), now);
  return drafts.map((draft) => (next.inDays && morning > now ? { ...draft, notBefore: morning } : draft));
};
