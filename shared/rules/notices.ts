import type { EventOf, Notice } from '../case/events.ts';
import { CALLS_TO_OFFICE } from '../case/secret.ts';
import { type CaseState, isSecret } from '../case/state.ts';
import { jointUnits } from '../case/units.ts';
import type { ScheduledDuty } from '../deadlines/scheduled-duty.ts';
import { dayPlanOf, endOfNight, noonAfter } from '../regulations/day.ts';
import { isGrading, isPerUnit, receiversOf } from '../regulations/lookup.ts';
import type { Occasion, Regulation } from '../regulations/schema.ts';
import type { Context } from './context.ts';

type NoticesMade = EventOf<'NoticesMade'>;

export type NoticeDraft = Omit<Notice, 'byTelephone' | 'variables'> & {
  variables?: Record<string, string>;
  /** To every unit that has the case, and not to the 主办 alone. */
  eachUnit?: boolean;
  /** About a duty that need not be done at once: by night it can wait for the morning unless its limit ends before noon. */
  canWait?: boolean;
};
/** What is said, and the extra words that it needs. */
export interface Message {
  template: string;
  variables?: Record<string, string>;
}

type ToUnit = Pick<Notice, 'key' | 'unit' | 'beside'>;
/** A unit's role goes to the unit that has to act, as a rule the 主办; what all are to know also to each 会办, under a key of its own. */
const toUnits = (
  regulation: Regulation,
  state: CaseState,
  { key, role, unit = state.unit ?? undefined, eachUnit }: NoticeDraft,
): ToUnit[] => {
  if (unit === undefined || !isPerUnit(regulation, role)) return [{ key }];
  const others = eachUnit ? jointUnits(state).filter((each) => each !== unit) : [];
  return [{ key, unit }, ...others.map((each) => ({ key: `${key}#${each}`, unit: each, beside: true }))];
};

/** What is told of a case and asks nobody for anything in this night. */
const NOT_BY_NIGHT: readonly string[] = [
  'levelLowered',
  'calmed',
  'calmLapsed',
  'loweringProposed',
  'secondPerson',
  'incomplete',
  'lateEntry',
  'unconfirmed',
  'holdAsked',
  'demandGone',
  'handedOn',
  'takenOver',
];

/** When a text may leave: in the bureau's night not before the morning, where it can wait. Undefined: at once. */
const leavesAt = ({ regulation, now }: Context, draft: NoticeDraft): string | undefined => {
  const { template, duty, due, canWait = false } = draft;
  const plan = dayPlanOf(regulation);
  const morning = endOfNight(plan, now);
  const waits =
    NOT_BY_NIGHT.includes(template) || (canWait && !(duty !== undefined && isGrading(regulation, duty)));
  if (!waits || morning === null || (due !== undefined && due <= noonAfter(plan, morning))) return undefined;
  return morning;
};

/** Whether what is told need not ring anybody out of his sleep: it tells only, or its limit is far. */
export const waitsForMorning = (context: Context, notice: Notice): boolean =>
  leavesAt(context, { ...notice, canWait: notice.due !== undefined }) !== undefined;

/**
 * The notices of these drafts, completed: a unit's role goes to the case's units; what can wait is not told by night; of a 涉密 case no
 * SMS says anything (register X40).
 */
export const makeNotices = (
  context: Context,
  state: CaseState,
  drafts: readonly NoticeDraft[],
): NoticesMade => ({
  type: 'NoticesMade',
  notices: drafts.flatMap(({ unit, eachUnit, canWait, ...draft }) => {
    const notBefore = draft.notBefore ?? leavesAt(context, { ...draft, ...(canWait && { canWait }) });
    const to = { ...draft, ...(unit && { unit }), ...(eachUnit && { eachUnit }) };
    return toUnits(context.regulation, state, to).map((of) => ({
      variables: {},
      ...draft,
      ...(notBefore === undefined ? {} : { notBefore }),
      ...of,
      byTelephone: isSecret(state) && draft.template !== CALLS_TO_OFFICE,
    }));
  }),
});

/** Drafts about one stage of a duty, one for each role. The key makes a repeat visible. */
export const dutyNotices = (
  {
    duty,
    unit,
    current: { occurrence, due },
    limit,
    isNotice,
  }: Pick<ScheduledDuty, 'duty' | 'unit' | 'current' | 'limit' | 'isNotice'>,
  stage: string,
  roles: readonly string[],
  { template, variables = {} }: Message,
): NoticeDraft[] =>
  [...new Set(roles)].map((role) => ({
    key: `${duty}#${occurrence}#${due ?? ''}#${stage}#${role}`,
    role,
    template,
    duty,
    occurrence,
    stage,
    ...(limit.kind === 'immediate' || isNotice ? {} : { canWait: true }),
    // What is met by telling the unit every unit is told.
    ...(isNotice && unit === undefined ? { eachUnit: true } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(due === null ? {} : { due }),
    variables,
  }));

/** Tells of what happened to the case whoever the regulation names for it; the keys carry the version that it is told in. */
export const tellRoles = (
  context: Context,
  state: CaseState,
  occasion: Occasion,
  variables: Record<string, string> = {},
): NoticesMade =>
  makeNotices(
    context,
    state,
    receiversOf(context.regulation, occasion).map((role) => ({
      key: `case#${state.version + 1}#${occasion}#${role}`,
      role,
      template: occasion,
      eachUnit: true,
      variables,
    })),
  );

/** Tells one unit of what concerns it alone, such as that it has got the case, and whoever else the regulation names for it. */
export const tellUnit = (
  context: Context,
  state: CaseState,
  occasion: Occasion,
  { unit, ...told }: { unit: string } & Partial<Pick<NoticeDraft, 'stage' | 'variables'>>,
): NoticesMade =>
  makeNotices(
    context,
    state,
    receiversOf(context.regulation, occasion).map((role) => ({
      key: `case#${state.version + 1}#${occasion}#${role}`,
      role,
      template: occasion,
      unit,
      ...told,
    })),
  );

/** Tells as `tellRoles` does, about one act, which somebody has to say something to. */
export const tellAbout = (
  context: Context,
  state: CaseState,
  occasion: Occasion,
  act: number,
): NoticesMade => {
  const { notices, ...told } = tellRoles(context, state, occasion);
  return { ...told, notices: notices.map((notice) => ({ ...notice, key: `${notice.key}#${act}`, act })) };
};

/** The text that asks to telephone. */
const ASKS_TO_CALL = 'telephone';
/** Which of these whoever is on duty has to call about: nothing for himself, or of a 涉密 case, which is told by telephone anyhow. */
export const callsAmong = ({ onDuty }: Regulation, notices: readonly Notice[]): Notice[] =>
  notices.filter(
    ({ role, template, byTelephone }) => role !== onDuty && template !== ASKS_TO_CALL && !byTelephone,
  );

/**
 * Tells who is on duty that these have to be told by telephone. Nothing while such a text is still on its way to him: it says how
 * many there are when it leaves.
 */
export const tellCalls = (context: Context, state: CaseState, notices: readonly Notice[]): NoticesMade[] => {
  const { onDuty } = context.regulation;
  const calls = callsAmong(context.regulation, notices);
  const isOnItsWay = Object.values(state.pendingNotices).some(({ template }) => template === ASKS_TO_CALL);
  if (calls.length === 0 || isOnItsWay) return [];
  const draft = {
    key: `case#${state.version + 1}#telephone#${onDuty}`,
    role: onDuty,
    template: ASKS_TO_CALL,
    variables: { count: String(calls.length) },
  };
  return [makeNotices(context, state, [draft])];
};
