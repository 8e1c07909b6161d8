import type { CaseState, Segment } from '../case/state.ts';
import { type ConditionFacts, isTrue } from '../regulations/conditions.ts';
import { settingsOf } from '../regulations/lookup.ts';
import { levelsUpTo, ratingsOf } from '../regulations/ratings.ts';
import type { Anchor, InstantId, Regulation, Term } from '../regulations/schema.ts';
import { type Instant, latest } from '../time/instants.ts';
import { trueSince } from './true-since.ts';

/**
 * Where a clock started. `estimated` when a fallback stood in for an instant that nobody supplied (register X2), or when a
 * duty that is still open stands in with its due instant (`due:…`, register X44).
 */
export interface Start {
  instant: InstantId | `after:${string}` | `due:${string}`;
  at: Instant;
  estimated: boolean;
  /** When the log learned of it: what was due before then is overdue at discovery. */
  knownAt: Instant;
  /** An act from before this instant does not answer: an assignment cannot be answered before it came. */
  answeredFrom: Instant | null;
  /** When a flag, source or rating made this owed at all: what was done before then was never late. */
  owedSince?: Instant;
}
/** What became of the duties that others count from, as far as the schedule is computed. */
export interface Others {
  /** When each was first completed. */
  completions: Readonly<Record<string, Instant | null>>;
  /** What each is due at now. */
  dues: Readonly<Record<string, Instant | null>>;
}

type Rated = Pick<CaseState, 'sources' | 'flags' | 'warningLevel' | 'ratings'>;
const givenRatings = ({ ratings }: Pick<CaseState, 'ratings'>): Record<string, string> =>
  Object.fromEntries(Object.entries(ratings).map(([scale, { level }]) => [scale, level]));

/** What the scales beside the first say of the case: as a person rated it, else as the regulation's defaults. */
export const ratingsOfCase = (regulation: Regulation, state: Rated) =>
  ratingsOf(regulation, givenRatings(state), bareFacts(regulation, state));

const bareFacts = (regulation: Regulation, state: Rated): ConditionFacts => ({
  sources: state.sources.map(({ kind }) => kind),
  flags: state.flags,
  warningLevel: state.warningLevel,
  settings: settingsOf(regulation),
});

/** A state never changes, and its schedule asks for its facts once for every term. */
const known = new WeakMap<Rated, { regulation: Regulation; facts: ConditionFacts }>();

/** What the regulation's conditions may ask of the case. */
export const factsOf = (regulation: Regulation, state: Rated): ConditionFacts => {
  const before = known.get(state);
  if (before?.regulation === regulation) return before.facts;
  const facts = {
    ...bareFacts(regulation, state),
    ratings: levelsUpTo(regulation, ratingsOfCase(regulation, state)),
  };
  known.set(state, { regulation, facts });
  return facts;
};

const receipt = (state: CaseState, kinds: readonly string[] | undefined) =>
  state.sources
    .filter(
      ({ kind, receivedAt }) => receivedAt !== undefined && (kinds === undefined || kinds.includes(kind)),
    )
    .sort((one, other) => (one.receivedAt! < other.receivedAt! ? -1 : 1))[0];

const ownInstant = (state: CaseState, segment: Segment, id: InstantId): Instant | undefined => {
  switch (id) {
    case 'occurredAt':
    case 'detectedAt':
    case 'knownAt':
    case 'publishedAt':
      return state.instants[id];
    case 'outbreakAt':
      return state.outbreaks.at(-1)?.at ?? state.instants.outbreakAt;
    case 'gradedAt':
      return state.gradedAt;
    case 'levelEnteredAt':
      return segment.at;
    case 'acknowledgedAt':
      return state.firstAcknowledgedAt ?? undefined;
    case 'planStartedAt':
      return state.planStartedAt ?? undefined;
    case 'calmedAt':
      return state.outbreaks.at(-1)?.calmedAt ?? undefined;
    case 'concludedAt':
      return state.concludedAt ?? undefined;
    case 'receivedAt':
      return receipt(state, undefined)?.receivedAt;
  }
};

const knownAt = (state: CaseState, segment: Segment, id: string): Instant =>
  latest(segment.at, state.recordedAt[id] ?? segment.at);

const startAt = (
  regulation: Regulation,
  state: CaseState,
  segment: Segment,
  anchor: Anchor,
  { completions, dues }: Others,
): Start | undefined => {
  if ('after' in anchor) {
    const done = completions[anchor.after];
    // X44: while the other duty is open its due instant stands in; its completion replaces it.
    const at = done ?? (anchor.orDue ? dues[anchor.after] : null);
    if (at === null || at === undefined) return undefined;
    const isDone = typeof done === 'string';
    return {
      instant: isDone ? `after:${anchor.after}` : `due:${anchor.after}`,
      at,
      estimated: !isDone,
      knownAt: isDone ? latest(segment.at, at) : segment.at,
      answeredFrom: null,
    };
  }
  if (anchor.instant === 'receivedAt') {
    const source = receipt(state, anchor.of);
    if (source?.receivedAt === undefined) return undefined;
    // X28: after a raise, limits that count from receipt run from the raise; the schedule keeps the earlier due instant.
    const at = segment.kind === 'initial' ? source.receivedAt : latest(source.receivedAt, segment.at);
    return {
      instant: 'receivedAt',
      at,
      estimated: false,
      knownAt: latest(segment.at, source.recordedAt),
      answeredFrom: source.receivedAt,
    };
  }
  const chain = [
    anchor.instant,
    ...(regulation.instants.find(({ id }) => id === anchor.instant)?.fallback ?? []),
  ];
  for (const id of chain) {
    const at = ownInstant(state, segment, id);
    // X1: 爆发 is 发生 unless somebody says otherwise, so that step of the chain is a rule and no estimate.
    const estimated = id !== anchor.instant && !(anchor.instant === 'outbreakAt' && id === 'occurredAt');
    // A later outbreak, or a later calm, is not answered by what was done before it.
    const isNew = anchor.instant === 'outbreakAt' || anchor.instant === 'calmedAt';
    const answeredFrom = isNew && at !== undefined ? at : null;
    if (at !== undefined)
      return { instant: id, at, estimated, knownAt: knownAt(state, segment, id), answeredFrom };
  }
  return undefined;
};

/**
 * Where the clock of `term` starts in `segment`: the first of its anchors that is known, or the earliest.
 * Undefined when no event has supplied one yet. `acts` met the duty already: an anchor that came after the first of
 * them no longer restarts a repetition that counts from completion.
 */
export const startOf = (
  regulation: Regulation,
  state: CaseState,
  segment: Segment,
  term: Term,
  others: Others,
  acts: readonly Instant[],
): Start | undefined => {
  const facts = factsOf(regulation, state);
  const since = trueSince(regulation, state, term.when, facts);
  const starts = term.start
    .filter((anchor) => isTrue(anchor.when, facts))
    .flatMap((anchor) => startAt(regulation, state, segment, anchor, others) ?? [])
    .map((start) =>
      since === undefined ? start : { ...start, knownAt: latest(start.knownAt, since), owedSince: since },
    );
  const first = starts.reduce<Start | undefined>(
    (best, next) => (best === undefined || next.at < best.at ? next : best),
    undefined,
  );
  if (term.pick === 'earliest' || term.limit.kind !== 'every' || term.limit.from !== 'completion')
    return term.pick === 'earliest' ? first : starts[0];
  const act = acts.find((each) => first !== undefined && each > first.at);
  return starts.find(({ at }) => act === undefined || at <= act);
};
