import type { LIMITS } from '../events/limits.ts';
import type { EventOf } from '../events.ts';
import type { CaseState } from '../state.ts';
import type { Applies, Meta } from './apply.ts';

type KeptLimits = CaseState['keptLimits'];
/** With limits that stay with their own instants; said again it is one. */
export const withKept = (
  before: KeptLimits,
  kept: readonly { duty: string; occurrence: string; limit: KeptLimits[string][number] }[],
): KeptLimits => {
  const all: Record<string, KeptLimits[string]> = { ...before };
  for (const { duty, occurrence, limit } of kept) {
    const key = `${duty}#${occurrence}`;
    const known = all[key] ?? [];
    const isKnown = known.some(({ due, breaks }) => due === limit.due && (breaks || !limit.breaks));
    if (!isKnown) all[key] = [...known, limit];
  }
  return all;
};
const withoutDuty = <T>(record: Readonly<Record<string, T>>, duty: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key.slice(0, key.lastIndexOf('#')) !== duty));

/** A stage of a duty has been enforced. */
const mark = (
  state: CaseState,
  event: EventOf<'DutyReminded' | 'DutyFellDue' | 'DutyOverdue'>,
  { at }: Meta,
): CaseState => {
  const key = `${event.duty}#${event.occurrence}`;
  const before = state.marks[key];
  const same = before?.due === event.due;
  const fresh = {
    due: event.due,
    reminded: 0,
    chased: 0,
    fellDue: false,
    overdue: 0,
    ordered: false,
  };
  const next = { ...(same ? before : fresh), at, overtaken: event.overtaken === true };
  if (event.type === 'DutyReminded') {
    next.reminded = Math.max(next.reminded, event.index + 1);
    if (next.fellDue) next.chased += 1;
  }
  if (event.type === 'DutyFellDue') next.fellDue = true;
  if (event.type === 'DutyOverdue') next.overdue = Math.max(next.overdue, event.index + 1);
  const untold = (event.type === 'DutyOverdue' && event.untold) || (same && before.untold);
  const marked = { ...next, ...(untold ? { untold } : {}) };
  return { ...state, marks: { ...state.marks, [key]: marked }, enforcements: state.enforcements + 1 };
};

/** What another duty's clock repeated with it. */
const repeated = (state: CaseState, { also = [] }: EventOf<'DutyReminded'>, at: string): CaseState => {
  const marks = also.flatMap(({ duty, occurrence }) => {
    const key = `${duty}#${occurrence}`;
    const before = state.marks[key];
    return before === undefined
      ? []
      : [[key, { ...before, at, reminded: before.reminded + 1, chased: before.chased + 1 }] as const];
  });
  return marks.length === 0 ? state : { ...state, marks: { ...state.marks, ...Object.fromEntries(marks) } };
};

/** A hold that still runs ends here: taken off, or replaced by another. */
const resumed = ({ holds }: CaseState, duty: string, at: string): CaseState['holds'] =>
  holds.map((hold) => (hold.duty === duty && hold.resumedAt === null ? { ...hold, resumedAt: at } : hold));

export const limits: Applies<typeof LIMITS> = {
  DutyHeld: (state, { duty, reason, until }, { at, actor }) => ({
    ...state,
    holds: [
      ...resumed(state, duty, at),
      { duty, since: at, until: until ?? null, resumedAt: null, reason, by: actor },
    ],
  }),
  DutyResumed: (state, { duty }, { at }) => ({ ...state, holds: resumed(state, duty, at) }),
  DutyExtended: (state, { duty, to }, { at }) => ({
    ...state,
    // Granted against the limit as it stood: one that was taken over holds no more.
    ceilings: withoutDuty(state.ceilings, duty),
    keptLimits: withoutDuty(state.keptLimits, duty),
    extensions: { ...state.extensions, [duty]: { to, at } },
  }),
  DeadlineSet: (state, { duty, due }, { at, actor }) => ({
    ...state,
    deadlines: { ...state.deadlines, [duty]: { due, at, by: actor } },
  }),

  LimitSettled: (state, { duty, occurrence, due }, { at }) => ({
    ...state,
    settledLimits: { ...state.settledLimits, [`${duty}#${occurrence}`]: { due, at } },
  }),
  HolidayListsLearned: (state, { to }, { at }) => ({
    ...state,
    holidayLists: [...state.holidayLists, { to, at }],
  }),

  DutyReminded: (state, event, meta) => repeated(mark(state, event, meta), event, meta.at),
  DutyFellDue: mark,
  DutyOverdue: mark,
  DutyMissed: (state, { duty, occurrence, due }) => ({
    ...state,
    missed: [...state.missed, `${duty}#${occurrence}#${due}`],
    enforcements: state.enforcements + 1,
  }),
  LimitsPassed: (state, { passed, revoked }) => {
    const gone = new Set(revoked.map(({ duty, occurrence }) => `${duty}#${occurrence}`));
    const stays = Object.entries(state.passed).filter(([key]) => !gone.has(key));
    const added = passed.map(
      ({ duty, occurrence, due, segment, term }) =>
        [`${duty}#${occurrence}`, { due, segment, term }] as const,
    );
    return { ...state, passed: Object.fromEntries([...stays, ...added]) };
  },
  LimitsKept: (state, { kept, ended }) => {
    const gone = new Set(ended.map(({ duty, occurrence, due }) => `${duty}#${occurrence}#${due}`));
    const stays = Object.entries(state.keptLimits).map(
      ([key, limits]) => [key, limits.filter(({ due }) => !gone.has(`${key}#${due}`))] as const,
    );
    const fresh = kept.map(({ duty, occurrence, due, breaks = false, countsFrom }) => ({
      duty,
      occurrence,
      limit: { due, breaks, ...(countsFrom === undefined ? {} : { countsFrom }) },
    }));
    return { ...state, keptLimits: withKept(Object.fromEntries(stays), fresh) };
  },
  DutiesSettled: (state, { settled }) => {
    const met = settled.flatMap(({ duty, occurrence, outcome, due = null, at, entry }) => {
      if (outcome !== 'fulfilled' || at === undefined || entry === undefined) return [];
      const key = `${duty}#${occurrence}`;
      const before = state.met[key];
      const there = before?.entry === entry ? before.there : undefined;
      const also = before?.also;
      const known = { ...(there ? { there } : {}), ...(also ? { also } : {}) };
      return [[key, { due, at, entry, level: state.handlingLevel, ...known }] as const];
    });
    return met.length === 0 ? state : { ...state, met: { ...state.met, ...Object.fromEntries(met) } };
  },
};
