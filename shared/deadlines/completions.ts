import { standingOf } from '../case/standing.ts';
import type { Act, CaseState } from '../case/state.ts';
import type { Duty, Fulfilment } from '../regulations/schema.ts';
import { earliest, type Instant } from '../time/instants.ts';

/** One time that a duty was met. */
export interface Completion {
  /** When it was done. */
  at: Instant;
  /** When the log learned of it. */
  recordedAt: Instant;
  /** The log entry of the act; null where the system itself, or the case as a whole, shows that it is done. */
  entry: number | null;
  /** `unconfirmed`: entered for another who has not confirmed it (代录); `unapproved`: it happened past a gate. */
  standing: 'plain' | 'unconfirmed' | 'unapproved';
  /** Somebody else has confirmed what was entered after its limit (补录). */
  verified: boolean;
  /** The receipts that it names, by number; empty: all that had come before it. */
  answers: readonly string[];
}

const within = (wanted: readonly string[] | undefined, value: string): boolean =>
  wanted === undefined || wanted.includes(value);

/** Who does not believe that an act was made when its entry says makes it one of the time of its entry. */
export const completionOf =
  (state: CaseState) =>
  (act: Act & { answers?: readonly string[] | undefined }): Completion => {
    const { madeAt, recordedAt, entry } = act;
    const verified = state.verified[entry];
    return {
      at: verified === false ? recordedAt : madeAt,
      recordedAt,
      entry,
      standing: standingOf(state, act),
      verified: verified === true,
      answers: act.answers ?? [],
    };
  };
const single = (at: Instant | null): Completion[] =>
  at === null ? [] : [{ at, recordedAt: at, entry: null, standing: 'plain', verified: false, answers: [] }];
const isEarlier = (one: Completion, other: Completion): boolean => one.at < other.at;
const first = (all: readonly Completion[]): Completion | undefined =>
  all.reduce<Completion | undefined>(
    (best, next) => (best === undefined || isEarlier(next, best) ? next : best),
    undefined,
  );
/** The last of them, if each is there. */
const whenAll = (all: readonly (Completion | undefined)[]): Completion[] => {
  const there = all.filter((each) => each !== undefined);
  return there.length < all.length ? [] : inOrder(there).slice(-1);
};
const inOrder = (all: readonly Completion[]): Completion[] =>
  [...all].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));

const reportsOf = (state: CaseState, by: Extract<Fulfilment, { act: 'report' }>): Completion[] => {
  const reports = state.reports.filter(
    ({ kind, form, to }) =>
      within(by.forms, form) &&
      within(by.kinds, kind) &&
      (by.to === undefined || by.to.some((role) => to.includes(role))),
  );
  if (!by.everyReceiver) return reports.map(completionOf(state));
  return whenAll(
    by.to!.map((role) => first(reports.filter(({ to }) => to.includes(role)).map(completionOf(state)))),
  );
};

const reachedAll = (state: CaseState, duty: Duty, occurrence: string): Completion[] => {
  const reached = state.reached[`${duty.id}#${occurrence}`] ?? {};
  return whenAll(
    duty.receivers.map((role) => single(earliest(Object.values(reached[role] ?? {})) ?? null)[0]),
  );
};

const actsOf = (state: CaseState, duty: Duty, by: Fulfilment, occurrence: string): Completion[] => {
  switch (by.act) {
    case 'report':
      return reportsOf(state, by);
    case 'publication':
      return state.publications.filter(({ id }) => within(by.forms, id)).map(completionOf(state));
    case 'action':
      return state.actions.filter(({ id }) => id === by.action).map(completionOf(state));
    case 'decision':
      return state.decisions.filter(({ id }) => id === by.decision).map(completionOf(state));
    case 'meeting':
      return state.meetings.map(completionOf(state));
    case 'planStart':
      return state.planStarts.map(completionOf(state));
    case 'unitAssigned':
      return single(state.unitAssignedAt);
    case 'gradeConfirmed':
      return single(state.confirmedAt);
    case 'gradeReviewed':
      return single(state.regrades.at(-1)?.answeredAt ?? null);
    case 'calm':
      return [state.outbreaks.at(-1)?.calm]
        .filter((calm) => calm !== null && calm !== undefined)
        .map(completionOf(state));
    case 'review':
      return single(state.reviewedAt);
    case 'document':
      return state.documents.filter(({ id }) => id === by.document).map(completionOf(state));
    case 'rated':
      return (state.ratings[by.scale]?.given ?? []).flatMap(single);
    case 'notice':
      return reachedAll(state, duty, occurrence);
  }
};

/** Every time, oldest first, at which something was done that meets `duty` (one of `ways` suffices). */
export const completionsOf = (
  state: CaseState,
  duty: Duty,
  ways: readonly Fulfilment[],
  occurrence: string,
): Completion[] => inOrder(ways.flatMap((way) => actsOf(state, duty, way, occurrence)));
