import type { CaseEvent, LogEntry } from './events.ts';
import type { CaseState, Segment } from './state.ts';
import { handOver, reach, refused } from './told.ts';

/** As many as a caller could still be repeating. */
const KEPT_REQUESTS = 50;
type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
type Meta = Pick<LogEntry, 'at' | 'actor' | 'version'>;

const opened = (event: EventOf<'CaseOpened'>, at: string): CaseState => ({
  caseId: event.caseId,
  version: 0,
  lastHash: '',
  lastAt: at,
  regulation: event.regulation,
  title: event.title,
  status: 'open',
  openedAt: at,
  how: event.how,
  sources: event.sources.map((source) => ({ ...source, recordedAt: at })),
  instants: event.instants,
  recordedAt: {},
  flags: event.flags,
  flaggedAt: Object.fromEntries(event.flags.map((flag) => [flag, at])),
  items: event.items,
  suggestedLevel: '',
  warningLevel: '',
  handlingLevel: '',
  handlingOverride: null,
  byReference: null,
  provisional: true,
  grade: { score: null, reasons: [] },
  gradedAt: at,
  confirmedAt: null,
  responseLevel: null,
  ratings: {},
  segments: [],
  lowering: null,
  unit: event.unit ?? null,
  unitAssignedAt: event.unit === undefined ? null : at,
  acknowledgedAt: null,
  firstAcknowledgedAt: null,
  reports: [],
  publications: [],
  meetings: [],
  actions: [],
  decisions: [],
  planStarts: [],
  planStartedAt: null,
  planEndedAt: null,
  outbreaks: [{ at: null, calmedAt: null }],
  extensions: {},
  deadlines: {},
  documents: [],
  holds: {},
  marks: {},
  missed: [],
  reached: {},
  pendingNotices: {},
  telephoneTasks: {},
  undelivered: {},
  orders: [],
  reviewedAt: null,
  concludedAt: null,
  archivedAt: null,
  generation: 1,
  rearmedVersion: 1,
  enforcements: 0,
  requests: [],
  refusals: 0,
});

/** A provisional grade and its confirmation are one first grading (第十四条 ①); later changes are 调整 (②). */
const withSegment = (state: CaseState, level: string, at: string, kind: Segment['kind']): CaseState =>
  state.segments.at(-1)?.level === level
    ? state
    : { ...state, segments: [...state.segments, { level, at, kind }] };

/** A new handling level runs in an execution of its own. */
const nextGeneration = (state: CaseState, handling: string): number =>
  state.handlingLevel === '' || state.handlingLevel === handling ? state.generation : state.generation + 1;

type Stage = EventOf<'DutyReminded' | 'DutyFellDue' | 'DutyOverdue'>;
const mark = (state: CaseState, event: Stage): CaseState => {
  const before = state.marks[event.duty];
  const same = before?.occurrence === event.occurrence && before.due === event.due;
  const fresh = {
    occurrence: event.occurrence,
    due: event.due,
    reminded: 0,
    fellDue: false,
    overdue: 0,
    ordered: false,
  };
  const next = { ...(same ? before : fresh), overtaken: event.overtaken === true };
  if (event.type === 'DutyReminded') next.reminded = Math.max(next.reminded, event.index + 1);
  if (event.type === 'DutyFellDue') next.fellDue = true;
  if (event.type === 'DutyOverdue') next.overdue = Math.max(next.overdue, event.index + 1);
  return { ...state, marks: { ...state.marks, [event.duty]: next }, enforcements: state.enforcements + 1 };
};

const without = <T>(record: Record<string, T>, key: string): Record<string, T> => {
  const { [key]: _, ...rest } = record;
  return rest;
};

const apply = (state: CaseState, event: CaseEvent, { at, actor, version }: Meta): CaseState => {
  switch (event.type) {
    case 'CaseOpened':
      return opened(event, at);
    case 'ItemAttached': {
      const { item } = event;
      const known = state.items.some(({ feed, id }) => feed === item.feed && id === item.id);
      const published = state.instants.publishedAt;
      const isEarlier =
        item.publishedAt !== undefined && (published === undefined || item.publishedAt < published);
      return {
        ...state,
        items: known ? state.items : [...state.items, item],
        suggestedLevel: event.highest ?? state.suggestedLevel,
        // X2: 发生 falls back to the earliest known publication.
        ...(isEarlier
          ? {
              instants: { ...state.instants, publishedAt: item.publishedAt },
              recordedAt: { ...state.recordedAt, publishedAt: at },
            }
          : {}),
      };
    }
    case 'SourceAdded':
      return { ...state, sources: [...state.sources, { ...event.source, recordedAt: at }] };
    case 'InstantCorrected': {
      const rekindled = event.instant === 'outbreakAt' && state.outbreaks.at(-1)?.at != null;
      return {
        ...state,
        ...(rekindled
          ? { outbreaks: [...state.outbreaks.slice(0, -1), { ...state.outbreaks.at(-1)!, at: event.at }] }
          : { instants: { ...state.instants, [event.instant]: event.at } }),
        recordedAt: { ...state.recordedAt, [event.instant]: at },
      };
    }
    case 'CaseGraded':
      return withSegment(
        {
          ...state,
          warningLevel: event.grade.level,
          handlingLevel: event.handling,
          byReference: event.byReference ?? null,
          provisional: event.provisional,
          grade: { score: event.grade.score, reasons: event.grade.reasons },
          suggestedLevel: event.grade.level,
          // Proposed on the facts before this item.
          lowering: null,
          confirmedAt: event.provisional ? state.confirmedAt : at,
          generation: nextGeneration(state, event.handling),
        },
        event.handling,
        at,
        'initial',
      );
    case 'GradeConfirmed':
      return withSegment(
        {
          ...state,
          warningLevel: event.level,
          handlingLevel: event.handling,
          byReference: event.byReference ?? null,
          handlingOverride: event.override ?? null,
          provisional: false,
          confirmedAt: at,
          generation: nextGeneration(state, event.handling),
        },
        event.handling,
        at,
        'initial',
      );
    case 'LevelChanged':
      return withSegment(
        {
          ...state,
          warningLevel: event.to,
          handlingLevel: event.handlingTo,
          byReference: event.byReference ?? null,
          handlingOverride: event.override ?? null,
          lowering: null,
          // A rule of reference follows from a fact; it confirms nobody's grade.
          provisional: event.authority === 'reference' ? state.provisional : false,
          confirmedAt: event.authority === 'reference' ? state.confirmedAt : (state.confirmedAt ?? at),
          generation: nextGeneration(state, event.handlingTo),
        },
        event.handlingTo,
        at,
        // A new source that itself sets the level starts the 收到 clock at its receipt, not at the raise (X28).
        event.direction === 'lowered' ? 'lowered' : event.authority === 'reference' ? 'initial' : 'raised',
      );
    case 'LoweringProposed': {
      const { type: _, ...proposal } = event;
      return { ...state, lowering: { ...proposal, by: actor, at } };
    }
    case 'LoweringRejected':
      return { ...state, lowering: null };
    case 'ResponseLevelSet':
      return { ...state, responseLevel: event.level };
    case 'FlagsChanged': {
      const flags = [...new Set([...state.flags, ...event.added])].filter(
        (flag) => !event.removed.includes(flag),
      );
      // X40: what has not been sent yet must not go to a mobile phone any more.
      const added = Object.fromEntries(event.added.map((flag) => [flag, at]));
      const flagged = { ...state, flags, flaggedAt: { ...added, ...state.flaggedAt } };
      if (!event.added.includes('secret')) return flagged;
      const unsent = Object.entries(state.pendingNotices).map(
        ([key, notice]) => [key, { ...notice, byTelephone: true }] as const,
      );
      return {
        ...flagged,
        pendingNotices: {},
        telephoneTasks: { ...state.telephoneTasks, ...Object.fromEntries(unsent) },
      };
    }
    case 'UnitAssigned':
      return { ...state, unit: event.unit, unitAssignedAt: state.unitAssignedAt ?? at, acknowledgedAt: null };
    case 'CaseAcknowledged':
      return {
        ...state,
        acknowledgedAt: state.acknowledgedAt ?? at,
        firstAcknowledgedAt: state.firstAcknowledgedAt ?? at,
      };
    case 'ReportFiled':
      return {
        ...state,
        reports: [
          ...state.reports,
          { kind: event.kind, form: event.form, to: event.to, madeAt: event.madeAt, recordedAt: at },
        ],
      };
    case 'PublicationRecorded':
      return {
        ...state,
        publications: [...state.publications, { id: event.form, madeAt: event.madeAt, recordedAt: at }],
      };
    case 'MeetingHeld':
      return { ...state, meetings: [...state.meetings, event.madeAt] };
    case 'PlanStarted':
      return {
        ...state,
        planStarts: [...state.planStarts, event.madeAt],
        planStartedAt: state.planStartedAt ?? event.madeAt,
        planEndedAt: null,
      };
    case 'PlanEnded':
      return { ...state, planEndedAt: at };
    case 'DecisionRecorded':
      return {
        ...state,
        decisions: [...state.decisions, { id: event.decision, madeAt: event.madeAt, recordedAt: at }],
      };
    case 'ActionRecorded':
      return {
        ...state,
        actions: [...state.actions, { id: event.action, madeAt: event.madeAt, recordedAt: at }],
      };
    case 'CaseRated':
      return {
        ...state,
        ratings: {
          ...state.ratings,
          [event.scale]: {
            level: event.level,
            given: [...(state.ratings[event.scale]?.given ?? []), at],
          },
        },
      };
    case 'DutyExtended':
      return { ...state, extensions: { ...state.extensions, [event.duty]: { to: event.to, at } } };
    case 'DeadlineSet':
      return { ...state, deadlines: { ...state.deadlines, [event.duty]: { due: event.due, at } } };
    case 'DocumentIssued':
      return {
        ...state,
        documents: [...state.documents, { id: event.document, madeAt: event.madeAt, recordedAt: at }],
      };
    case 'DutyHeld':
      return { ...state, holds: { ...state.holds, [event.duty]: { since: at, reason: event.reason } } };
    case 'DutyResumed':
      return { ...state, holds: without(state.holds, event.duty) };
    case 'CalmDeclared':
      return {
        ...state,
        outbreaks: [
          ...state.outbreaks.slice(0, -1),
          { ...state.outbreaks.at(-1)!, calmedAt: event.calmedAt },
        ],
        recordedAt: { ...state.recordedAt, calmedAt: at },
      };
    case 'CaseRekindled':
      return {
        ...state,
        outbreaks: [...state.outbreaks, { at: event.outbreakAt, calmedAt: null }],
        recordedAt: { ...state.recordedAt, outbreakAt: at },
      };
    case 'CaseConcluded':
      return { ...state, status: 'concluded', concludedAt: at, lowering: null };
    case 'ReviewFiled':
      return { ...state, reviewedAt: at };
    case 'CaseArchived':
      return { ...state, status: 'archived', archivedAt: at };
    case 'DutyReminded':
    case 'DutyFellDue':
    case 'DutyOverdue':
      return mark(state, event);
    case 'DutyMissed':
      return {
        ...state,
        missed: [...state.missed, `${event.duty}#${event.occurrence}#${event.due}`],
        enforcements: state.enforcements + 1,
      };
    case 'SupervisionOrderIssued': {
      const orders = [...state.orders, { number: event.number, duty: event.duty ?? null, at }];
      const own = event.duty === undefined ? undefined : state.marks[event.duty];
      if (own === undefined || own.occurrence !== event.occurrence) return { ...state, orders };
      return { ...state, orders, marks: { ...state.marks, [event.duty!]: { ...own, ordered: true } } };
    }
    case 'NoticesMade': {
      const entries = (byTelephone: boolean) =>
        Object.fromEntries(
          event.notices
            .filter((notice) => notice.byTelephone === byTelephone)
            .map((notice) => [notice.key, notice]),
        );
      return {
        ...state,
        pendingNotices: { ...state.pendingNotices, ...entries(false) },
        telephoneTasks: { ...state.telephoneTasks, ...entries(true) },
      };
    }
    case 'NoticesHandedOver':
      return event.handOvers.reduce(handOver, state);
    case 'NoticeUndelivered':
      return refused(state, event.notice, event.person);
    case 'NoticeAnswered': {
      const told = state.telephoneTasks[event.key];
      if (told === undefined) return state;
      const telephoneTasks = without(state.telephoneTasks, event.key);
      return { ...state, telephoneTasks, reached: reach(state, told, event.madeAt, 'telephone') };
    }
    case 'ClockContinued':
      return { ...state, generation: event.generation };
    case 'CommandRefused':
      return { ...state, refusals: state.refusals + 1 };
    case 'PlanRequested':
    case 'InstructionRecorded':
    case 'DutiesSettled':
    case 'ClockFaulted':
      return { ...state, version };
  }
};

/** The state after one log entry. `null` before the first. Pure; throws if the log does not begin with CaseOpened. */
export const evolve = (state: CaseState | null, entry: LogEntry): CaseState => {
  if (state === null && entry.events[0]?.type !== 'CaseOpened')
    throw new Error(`The log of ${entry.caseId} does not begin with CaseOpened`);
  const folded = entry.events.reduce<CaseState>(
    (current, event) => apply(current, event, entry),
    state as CaseState,
  );
  return {
    ...folded,
    version: entry.version,
    lastHash: entry.hash,
    lastAt: entry.at,
    rearmedVersion: entry.rearms ? entry.version : folded.rearmedVersion,
    requests:
      entry.request === undefined
        ? folded.requests
        : [...folded.requests, entry.request].slice(-KEPT_REQUESTS),
  };
};

/** The state after events that are decided but not yet stored: what the decider compares its schedules on. */
export const foresee = (state: CaseState | null, events: readonly CaseEvent[], meta: Meta): CaseState =>
  events.reduce<CaseState>((current, event) => apply(current, event, meta), state as CaseState);

/** Folds a whole log. Returns null for an empty one. */
export const replay = (entries: readonly LogEntry[]): CaseState | null =>
  entries.reduce<CaseState | null>(evolve, null);
