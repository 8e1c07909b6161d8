import type { CaseEvent, EventType, LogEntry } from './events.ts';
import { acts } from './evolve/acts.ts';
import { answers, awaiting } from './evolve/answers.ts';
import type { Apply, Meta } from './evolve/apply.ts';
import { clocks } from './evolve/clocks.ts';
import { facts } from './evolve/facts.ts';
import { level } from './evolve/level.ts';
import { limits } from './evolve/limits.ts';
import { orders } from './evolve/orders.ts';
import { phases } from './evolve/phases.ts';
import { rearrangements } from './evolve/rearrange.ts';
import { told } from './evolve/told.ts';
import { isSystem } from './state/act.ts';
import type { CaseState } from './state.ts';

/** As many as a caller could still be repeating. */
const KEPT_REQUESTS = 50;

type Arrival = CaseState['arrivals'][number];
/** What may make a matter graver: its entry can be named as the reason for a raise. An instruction is also a source. */
const arrivalsIn = ({ events, version: entry, actor: by }: LogEntry, at: string): Arrival[] => {
  const what = events.flatMap((event): Arrival['what'][] => {
    if (event.type === 'InstructionRecorded') return [`${event.from}Instruction`];
    if (event.type === 'ItemAttached') return ['item'];
    return event.type === 'SourceAdded' ? ['source'] : [];
  })[0];
  return what === undefined ? [] : [{ entry, at, by, what }];
};

/** Those who acted in the case, whoever acts now among them. */
const withPerson = (people: CaseState['people'], actor: LogEntry['actor']): CaseState['people'] => {
  const { id, person = id } = actor;
  return isSystem(actor) || people.includes(person) ? people : [...people, person];
};

/** Every event of the log, each by its own function. */
const APPLY: { readonly [T in EventType]: Apply<T> } = {
  ...facts,
  ...level,
  ...acts,
  ...answers,
  ...phases,
  ...rearrangements,
  ...limits,
  ...orders,
  ...told,
  ...clocks,
};
const apply = (state: CaseState, event: CaseEvent, meta: Meta): CaseState =>
  awaiting((APPLY[event.type] as Apply<EventType>)(state, event, meta), event, meta);

/** The state after one log entry. `null` before the first. Pure; throws if the log does not begin with CaseOpened. */
export const evolve = (state: CaseState | null, entry: LogEntry): CaseState => {
  if (state === null && entry.events[0]?.type !== 'CaseOpened')
    throw new Error(`The log of ${entry.caseId} does not begin with CaseOpened`);
  const { actor, version } = entry;
  // A clock that had jumped ahead and was put back: the log goes on, and what happens happens now.
  const at = entry.clock ?? entry.at;
  const folded = entry.events.reduce<CaseState>(
    (current, event) => apply(current, event, { at, actor, version }),
    state as CaseState,
  );
  const arrivals = arrivalsIn(entry, at);
  return {
    ...folded,
    version: entry.version,
    lastHash: entry.hash,
    lastAt: at,
    loggedAt: entry.at,
    arrivals: arrivals.length === 0 ? folded.arrivals : [...folded.arrivals, ...arrivals],
    rearmedVersion: entry.rearms ? entry.version : folded.rearmedVersion,
    people: withPerson(folded.people, entry.actor),
    requests:
      entry.request === undefined
        ? folded.requests
        : [...folded.requests, entry.request].slice(-KEPT_REQUESTS),
    purged: entry.purges === undefined ? folded.purged : [...folded.purged, ...entry.purges],
  };
};

/** The state after events that are decided but not yet stored: what the decider compares its schedules on. */
export const foresee = (state: CaseState | null, events: readonly CaseEvent[], meta: Meta): CaseState => ({
  ...events.reduce<CaseState>((current, event) => apply(current, event, meta), state as CaseState),
  lastAt: meta.at,
});

/** Folds a whole log. Returns null for an empty one. */
export const replay = (entries: readonly LogEntry[]): CaseState | null =>
  entries.reduce<CaseState | null>(evolve, null);
