import type { CaseState } from '../case/state.ts';
import type { Duty, Fulfilment } from '../regulations/schema.ts';
import { earliest, type Instant } from '../time/instants.ts';

const within = (wanted: readonly string[] | undefined, value: string): boolean =>
  wanted === undefined || wanted.includes(value);

const reportsOf = (state: CaseState, by: Extract<Fulfilment, { act: 'report' }>) =>
  state.reports.filter(
    ({ kind, form, to }) =>
      within(by.forms, form) &&
      within(by.kinds, kind) &&
      (by.to === undefined || by.to.some((role) => to.includes(role))),
  );

const reachedAll = (state: CaseState, duty: Duty, occurrence: string): Instant[] => {
  const reached = state.reached[`${duty.id}#${occurrence}`] ?? {};
  const instants = duty.receivers.map((role) => earliest(Object.values(reached[role] ?? {})));
  return instants.every((at) => at !== undefined) ? instants.sort().slice(-1) : [];
};

const single = (at: Instant | null): Instant[] => (at === null ? [] : [at]);

const actsOf = (state: CaseState, duty: Duty, by: Fulfilment, occurrence: string): Instant[] => {
  switch (by.act) {
    case 'report': {
      const reports = reportsOf(state, by);
      if (!by.everyReceiver) return reports.map(({ madeAt }) => madeAt);
      const first = by.to!.map((role) =>
        earliest(reports.filter(({ to }) => to.includes(role)).map(({ madeAt }) => madeAt)),
      );
      return first.every((at) => at !== undefined) ? first.sort().slice(-1) : [];
    }
    case 'publication':
      return state.publications.filter(({ id }) => within(by.forms, id)).map(({ madeAt }) => madeAt);
    case 'action':
      return state.actions.filter(({ id }) => id === by.action).map(({ madeAt }) => madeAt);
    case 'decision':
      return state.decisions.filter(({ id }) => id === by.decision).map(({ madeAt }) => madeAt);
    case 'meeting':
      return state.meetings;
    case 'planStart':
      return state.planStarts;
    case 'unitAssigned':
      return single(state.unitAssignedAt);
    case 'gradeConfirmed':
      return single(state.confirmedAt);
    case 'calm':
      return single(state.outbreaks.at(-1)?.calmedAt ?? null);
    case 'review':
      return single(state.reviewedAt);
    case 'document':
      return state.documents.filter(({ id }) => id === by.document).map(({ madeAt }) => madeAt);
    case 'rated':
      return state.ratings[by.scale]?.given ?? [];
    case 'notice':
      return reachedAll(state, duty, occurrence);
  }
};

/** Every instant, oldest first, at which something was done that meets `duty` (one of `ways` suffices). */
export const completionsOf = (
  state: CaseState,
  duty: Duty,
  ways: readonly Fulfilment[],
  occurrence: string,
): Instant[] => ways.flatMap((way) => actsOf(state, duty, way, occurrence)).sort();
