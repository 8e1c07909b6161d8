import type { CaseState, Segment } from '../case/state.ts';
import { isTrue } from '../regulations/conditions.ts';
import type { Anchor, Duty, InstantId, Regulation, Term } from '../regulations/schema.ts';
import { type Instant, latest } from '../time/instants.ts';
import type { Completion } from './completions.ts';
import { factsOf } from './condition-facts.ts';
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
interface Others {
  /** When each was first completed. */
  completions: Readonly<Record<string, Instant | null>>;
  /** What each is due at now. */
  dues: Readonly<Record<string, Instant | null>>;
}
/** One duty of one case, with what became of the duties that it may count from. */
export interface DutyOfCase {
  regulation: Regulation;
  state: CaseState;
  duty: Duty;
  others: Others;
}

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

/** X44: while the other duty is open its due instant stands in; its completion replaces it. */
const startAfter = (
  { completions, dues }: Others,
  segment: Segment,
  { after, orDue }: Extract<Anchor, { after: string }>,
): Start | undefined => {
  const done = completions[after];
  const at = done ?? (orDue ? dues[after] : null);
  if (at === null || at === undefined) return undefined;
  const isDone = typeof done === 'string';
  return {
    instant: isDone ? `after:${after}` : `due:${after}`,
    at,
    estimated: !isDone,
    knownAt: isDone ? latest(segment.at, at) : segment.at,
    answeredFrom: null,
  };
};

/** X28: after a raise, limits that count from receipt run from the raise; the schedule keeps the earlier due instant. */
const startAtReceipt = (
  state: CaseState,
  segment: Segment,
  kinds: readonly string[] | undefined,
): Start | undefined => {
  const source = receipt(state, kinds);
  if (source?.receivedAt === undefined) return undefined;
  return {
    instant: 'receivedAt',
    at: segment.kind === 'initial' ? source.receivedAt : latest(source.receivedAt, segment.at),
    estimated: false,
    knownAt: latest(segment.at, source.recordedAt),
    answeredFrom: source.receivedAt,
  };
};

const startAt = (
  { regulation, state, others }: DutyOfCase,
  segment: Segment,
  anchor: Anchor,
): Start | undefined => {
  if ('after' in anchor) return startAfter(others, segment, anchor);
  if (anchor.instant === 'receivedAt') return startAtReceipt(state, segment, anchor.of);
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
  of: DutyOfCase,
  segment: Segment,
  term: Term,
  acts: readonly Completion[],
): Start | undefined => {
  const { regulation, state } = of;
  const facts = factsOf(regulation, state);
  const since = trueSince(regulation, state, term.when, facts);
  const starts = term.start
    .filter((anchor) => isTrue(anchor.when, facts))
    .flatMap((anchor) => startAt(of, segment, anchor) ?? [])
    .map((start) =>
      since === undefined ? start : { ...start, knownAt: latest(start.knownAt, since), owedSince: since },
    );
  const first = starts.reduce<Start | undefined>(
    (best, next) => (best === undefined || next.at < best.at ? next : best),
    undefined,
  );
  if (term.pick === 'earliest' || term.limit.kind !== 'every' || term.limit.from !== 'completion')
    return term.pick === 'earliest' ? first : starts[0];
  const act = acts.find((each) => first !== undefined && each.at > first.at);
  return starts.find(({ at }) => act === undefined || at <= act.at);
};
