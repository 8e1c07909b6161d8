import type {
  Call,
  CaseEvent,
  CaseInstants,
  EventOf,
  GradeRecord,
  ItemReference,
  Source,
} from '../../case/events.ts';
import { foresee } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import { calendar } from '../../deadlines/days/lists.ts';
import type { Grade } from '../../grading/grade.ts';
import { higherLevel } from '../../grading/levels.ts';
import { isPerUnit, isStanding, mayGive } from '../../regulations/lookup.ts';
import { SECRET_FLAG } from '../../regulations/reserved.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { isAhead, notAhead } from '../../time/instants.ts';
import { doubtOf, eventFrom, withDoubt } from '../acts/doubts.ts';
import { unclearReceipt } from '../acts/facts.ts';
import { refuseFlags } from '../acts/flags.ts';
import { instantsAtOpening, sourcesAtOpening } from '../acts/found.ts';
import { checkAuthority } from '../authority.ts';
import { type Context, handlingOf, isHigher } from '../context.ts';
import { measureOf, ownTimesOf, withOwnTimes } from '../items/own-times.ts';
import { listOf, unknown } from '../names.ts';
import { tellRoles } from '../notices.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { withoutContent, withoutReasons } from '../secrecy/content.ts';
import { askForSpreadAtOpening } from '../spread/ask.ts';
import { askForLowering } from './second-person.ts';

export interface OpenCaseFacts {
  type: 'OpenCase';
  caseId: string;
  title: string;
  how: 'feed' | 'hand';
  /** 疑似复燃: a case that told the same story and was concluded by then. */
  formerly?: string;
  sources: Source[];
  instants: CaseInstants;
  /** Instants of which only the day was given. */
  dateOnly?: string[];
  /** Instants that a feed said from another (3小时前). */
  estimated?: string[];
  /** What was given as an instant and is none, as it was written. */
  unread?: Record<string, string>;
  flags: string[];
  unit?: string;
  items: ItemReference[];
  /** What was written down at an opening by hand (值班电话记录). */
  text?: string;
  call?: Call;
  /** What the table suggests. */
  grade: Grade;
  /** What the office decided when it entered the case by hand; absent = the suggestion stands provisionally. */
  level?: string;
}

export const recordOf = (grade: GradeRecord): GradeRecord => ({
  level: grade.level,
  score: grade.score,
  values: grade.values,
  reasons: grade.reasons,
});

const isFuture = ({ instants, sources, call, dateOnly = [] }: OpenCaseFacts, now: string): boolean =>
  // The end of a day that is not over yet is no instant of the future: only the day is known.
  Object.entries(instants).some(
    ([id, at]) => at !== undefined && !dateOnly.includes(id) && isAhead(at, now),
  ) ||
  (call?.at !== undefined && isAhead(call.at, now)) ||
  sources.some(({ receivedAt }) => receivedAt !== undefined && isAhead(receivedAt, now));

/** What lies a little ahead is now; the end of a day is none. */
const withoutAhead = (facts: OpenCaseFacts, now: string): OpenCaseFacts => {
  const { instants, dateOnly = [], sources, call } = facts;
  const stated = Object.entries(instants).map(([id, at]) => [
    id,
    at === undefined || dateOnly.includes(id) ? at : notAhead(at, now),
  ]);
  return {
    ...facts,
    instants: Object.fromEntries(stated) as CaseInstants,
    sources: sources.map((source) =>
      source.receivedAt === undefined ? source : { ...source, receivedAt: notAhead(source.receivedAt, now) },
    ),
    ...(call?.at === undefined ? {} : { call: { ...call, at: notAhead(call.at, now) } }),
  };
};

/** Where a case opens: at the level given, by who may determine it; otherwise as a proposal. */
interface Grading {
  level: string;
  standing: Pick<EventOf<'CaseGraded'>, 'provisional' | 'byUnit'>;
  /** Opened below what the table proposes: that is lowering, and a second person decides. */
  lowering: EventOf<'LoweringProposed'>[];
}
const mayDetermine = ({ regulation, actor }: Context, level: string): boolean =>
  regulation.grading.determination.byOpener || mayGive(regulation, actor.role, 'ConfirmGrade', level);
const gradingOf = (context: Context, { level, grade }: OpenCaseFacts): Grading => {
  const { regulation, actor } = context;
  const proposed: Grading = { level: grade.level, standing: { provisional: true }, lowering: [] };
  if (level === undefined) return proposed;
  const determined = { ...proposed, level, standing: { provisional: false } };
  if (isStanding(regulation, level)) return determined;
  // Who may not grade cannot put a case below what the table proposes, only above.
  if (!mayDetermine(context, level)) {
    const higher = higherLevel(regulation, grade.level, level);
    const isUnits = higher === level && isPerUnit(regulation, actor.role);
    return {
      ...proposed,
      level: higher,
      standing: { provisional: true, ...(isUnits ? { byUnit: true } : {}) },
    };
  }
  if (!isHigher(regulation, grade.level, level)) return determined;
  const reason = '立案所定级别低于按原文的初判';
  return {
    ...proposed,
    lowering: [{ type: 'LoweringProposed', to: level, reason, authority: 'change' }],
  };
};

/** Taking in supplies these, whether or not the regulation has a name for them. */
const FROM_INTAKE = ['detectedAt', 'publishedAt'];

/** 办法第十八条: a unit that enters a case has it until the office says otherwise. */
const withOwnUnit = ({ actor }: Context, facts: OpenCaseFacts): OpenCaseFacts => {
  const unit = facts.unit ?? (facts.how === 'hand' ? actor.unit : undefined);
  return unit === undefined ? facts : { ...facts, unit };
};

/**
 * What somebody else sent is entered by who enters sources, or by a leader, who may also put it right; a unit opens a case by
 * what it has found itself, or heard from the public.
 */
const refuseSources = (context: Context, { how, sources, level }: OpenCaseFacts): Refusal | undefined => {
  if (how !== 'hand') return undefined;
  const { regulation } = context;
  for (const [index, source] of sources.entries()) {
    const { from = null, name = '' } = regulation.sources.find(({ id }) => id === source.kind) ?? {};
    const isSent =
      from !== null && !regulation.roles.some(({ id, kind }) => id === from && kind === 'public');
    const forbidden = isSent ? checkAuthority(context, null, 'AddSource', level) : undefined;
    const isLeaders = checkAuthority(context, null, 'PostponeInstant', level) === undefined;
    if (forbidden !== undefined && !isLeaders)
      return refuse(forbidden.code, `来源“${name}”:${forbidden.message}`);
    const unclear = unclearReceipt(context, sources.slice(0, index), source);
    if (unclear !== undefined) return unclear;
  }
  return undefined;
};

/** A unit that has the case from its opening hears of it then, its head too, and not when it is chased. Who opens it knows. */
const tellUnit = (context: Context, state: CaseState): CaseEvent[] => {
  if (state.unit === null) return [];
  const { notices, ...told } = tellRoles(context, state, 'assigned');
  const { role, unit } = context.actor;
  const others = notices.filter((notice) => !(notice.role === role && notice.unit === unit));
  return others.length === 0 ? [] : [{ ...told, notices: others }];
};

const tellOpened = (context: Context, state: CaseState): CaseEvent[] => [
  tellRoles(context, state, 'opened'),
  ...tellUnit(context, state),
  ...(state.lowering === null ? [] : [askForLowering(context, state)]),
];

/** Of a 涉密 case it is not kept what its items say. */
const withoutSecrets = (facts: OpenCaseFacts): OpenCaseFacts =>
  facts.flags.includes(SECRET_FLAG)
    ? { ...facts, items: facts.items.map(withoutContent), grade: withoutReasons(facts.grade) }
    : facts;

/** What was written down of it, and the case that had told its story. */
const notedIn = ({ text, call, formerly }: OpenCaseFacts) => ({
  ...(text === undefined ? {} : { text }),
  ...(call === undefined ? {} : { call }),
  ...(formerly === undefined ? {} : { formerly }),
});

/** What of the publications is doubted: what the items say is measured by what they say, not by what is stated beside it. */
const doubtedIn = (regulation: Regulation, facts: OpenCaseFacts, foundAt: string) => {
  const { publishedAt } = facts.instants;
  const measure = measureOf(regulation, facts.items, foundAt);
  const isOwn = ownTimesOf(regulation, facts.items, foundAt).publishedAt?.at === publishedAt;
  const known = { eventAt: eventFrom(regulation, facts), foundAt };
  const doubt = isOwn ? undefined : doubtOf(regulation, publishedAt, known);
  return {
    items: facts.items.map((item) => withDoubt(regulation, item, measure)),
    doubts: doubt === undefined ? {} : { doubts: { publishedAt: doubt } },
  };
};

/** A list of instants, where there is any. */
const listed = <K extends string>(field: K, ids: string[] = []) =>
  (ids.length === 0 ? {} : { [field]: ids }) as { [F in K]?: string[] };

/** Opens a case and grades it. A suggestion starts the clocks at once; only the office's own grading is final (第十四条 ①). */
export const openCase = (context: Context, given: OpenCaseFacts): Decision => {
  const { regulation, now, actor } = context;
  if (isFuture(given, now)) return refuse('INSTANT_IN_FUTURE', '时点不能晚于现在');
  const owned = withOwnUnit(context, withoutAhead(withoutSecrets(given), now));
  const instants = instantsAtOpening(owned, now);
  const foundAt = instants.detectedAt ?? now;
  const facts = withOwnTimes(
    regulation,
    { ...owned, sources: sourcesAtOpening(owned.sources, owned.call), instants },
    foundAt,
  );
  const stated = Object.keys(facts.instants).filter((id) => !FROM_INTAKE.includes(id));
  const unknownInstant =
    facts.how === 'hand' && stated.find((id) => !regulation.instants.some((each) => each.id === id));
  if (unknownInstant)
    // These are names of fields, which are written as they are.
    return unknown(
      'instant',
      unknownInstant,
      listOf(regulation, 'instant').map(({ id, name }) => ({ id, name: `${name}(${id})` })),
    );
  // A liaison reports what he knows; what the office has to judge he leaves to it.
  const flagged = facts.how === 'hand' ? refuseFlags(context, null, facts.flags) : undefined;
  if (flagged !== undefined) return flagged;
  // 转办 is for whom the regulation lets; a unit may take up what it has found itself.
  const assigning =
    facts.how === 'hand' && facts.unit !== undefined && facts.unit !== actor.unit
      ? checkAuthority(context, null, 'AssignUnit', facts.level)
      : undefined;
  if (assigning !== undefined) return assigning;
  const unheard = refuseSources(context, facts);
  if (unheard !== undefined) return unheard;
  const grading = gradingOf(context, facts);
  const { level } = grading;
  const handled = handlingOf(regulation, {
    warningLevel: level,
    sources: facts.sources,
    flags: facts.flags,
    handlingOverride: null,
  });
  const { items, doubts } = doubtedIn(regulation, facts, foundAt);
  const events: CaseEvent[] = [
    {
      type: 'CaseOpened',
      caseId: facts.caseId,
      regulation: { id: regulation.id, version: regulation.version },
      title: facts.title,
      sources: facts.sources,
      instants: facts.instants,
      flags: facts.flags,
      ...(facts.unit === undefined ? {} : { unit: facts.unit }),
      items,
      ...listed('dateOnly', facts.dateOnly),
      ...listed('estimated', facts.estimated),
      ...(facts.unread === undefined ? {} : { unread: facts.unread }),
      ...doubts,
      how: facts.how,
      holidayListsTo: calendar.knownTo,
      ...notedIn(facts),
    },
    {
      type: 'CaseGraded',
      grade: { ...recordOf(facts.grade), level },
      ...handled,
      ...grading.standing,
    },
    ...grading.lowering,
  ];
  const state = foresee(null, events, { at: now, actor, version: 1 });
  return [...events, ...tellOpened(context, state), ...askForSpreadAtOpening(context, state)];
};
