import { lastDecision } from '../../case/standing.ts';
import { isSystem } from '../../case/state/act.ts';
import type { Segment } from '../../case/state/segment.ts';
import { isTrue } from '../../regulations/conditions.ts';
import type { Anchor, InstantId } from '../../regulations/schema.ts';
import { type Instant, latest } from '../../time/instants.ts';
import type { Completion } from '../completions/completion.ts';
import { factsIn } from '../condition-facts.ts';
import { periodEnd } from '../days/due.ts';
import { calendarOf } from '../days/lists.ts';
import type { ResolvedTerm } from '../limits.ts';
import { beginningOf, type Grid, knewAt, revisionOf } from './beginnings.ts';
import type { DutyOfCase } from './duty-of-case.ts';
import { receiptsOf } from './receipts.ts';
import type { Start } from './start.ts';
import { trueSince } from './true-since.ts';

type Place = Pick<Start, 'at' | 'instant' | 'knownAt'> & Partial<Start>;
const startAtPlace = (of: DutyOfCase, place: Place): Start => ({
  estimated: false,
  dateOnly: false,
  foundAt: knewAt(of.state),
  answeredFrom: null,
  isOwn: false,
  ...place,
});

const isOwedAnew = ({ state, duty }: DutyOfCase): boolean =>
  duty.recurs === 'eachOutbreak' && state.outbreaks.length > 1;

/** A duty that is owed anew by each outbreak has reached its level by a later one only when that began. */
const levelEnteredAt = (of: DutyOfCase, segment: Segment): Instant =>
  isOwedAnew(of) ? latest(segment.at, of.state.outbreaks.at(-1)!.at ?? segment.at) : segment.at;

/** When the log learned of an instant of the case; of what a later outbreak began, when it was told of that one. */
const recordedAt = (of: DutyOfCase, segment: Segment, id: InstantId): Instant =>
  of.state.recordedAt[isOwedAnew(of) ? 'outbreakAt' : id] ?? segment.at;

const ownInstant = (of: DutyOfCase, segment: Segment, id: InstantId): Instant | undefined => {
  const { state, duty } = of;
  switch (id) {
    case 'eventAt':
    case 'occurredAt':
    case 'knownAt':
    case 'publishedAt':
      return state.instants[id];
    // 发现 lies no later than what came to the bureau.
    case 'detectedAt':
      return state.instants.detectedAt === undefined ? undefined : knewAt(state);
    case 'outbreakAt':
      return state.outbreaks.at(-1)?.at ?? state.instants.outbreakAt;
    case 'rekindledAt':
      return state.outbreaks.length > 1 ? (state.outbreaks.at(-1)?.at ?? undefined) : undefined;
    case 'gradedAt':
      return state.gradedAt;
    case 'openedAt':
      return state.openedAt;
    case 'levelEnteredAt':
      return levelEnteredAt(of, segment);
    case 'regradeAskedAt':
      return state.regrades.at(-1)?.at;
    case 'acknowledgedAt':
      return state.firstAcknowledgedAt ?? undefined;
    case 'planStartedAt':
      return state.planStartedAt ?? undefined;
    case 'calmedAt':
      return state.outbreaks.at(-1)?.calmedAt ?? undefined;
    case 'concludedAt':
      return state.concludedAt ?? undefined;
    case 'receivedAt':
      return receiptsOf(state, duty)
        .map(({ receivedAt }) => receivedAt)
        .sort()[0];
  }
};

/** X44: while the other duty is open its due instant stands in; its completion replaces it. */
const startAfter = (
  of: DutyOfCase,
  segment: Segment,
  { after, orDue }: Extract<Anchor, { after: string }>,
): Start | undefined => {
  const { completions, dues } = of.others;
  const done = completions[after];
  const at = done ?? (orDue ? dues[after] : null);
  if (at === null || at === undefined) return undefined;
  const isDone = typeof done === 'string';
  return startAtPlace(of, {
    instant: isDone ? `after:${after}` : `due:${after}`,
    at,
    estimated: !isDone,
    knownAt: isDone ? latest(segment.at, at) : segment.at,
  });
};

type InstantAnchor = Extract<Anchor, { instant: InstantId }>;
/** 收到 starts what its own receipt is owed. After a raise for something new the limit counts from the raise (register X28). */
const startAtReceipt = (of: DutyOfCase, segment: Segment, anchor: InstantAnchor): Start | undefined => {
  const receipt = of.receipt ?? receiptsOf(of.state, of.duty)[0];
  if (receipt === undefined) return undefined;
  if (anchor.of !== undefined && !anchor.of.some((kind) => receipt.kinds.includes(kind))) return undefined;
  const { receivedAt, recordedAt } = receipt;
  const isFromRaise = anchor.fromRaise === true && segment.kind === 'raised';
  return startAtPlace(of, {
    instant: 'receivedAt',
    at: isFromRaise ? latest(receivedAt, segment.at) : receivedAt,
    knownAt: latest(segment.at, recordedAt),
    foundAt: receivedAt,
    answeredFrom: receivedAt,
    isOwn: anchor.basis === 'bureau',
  });
};

/** 事发 and 舆情发生: from what is known of them, at the latest from when the bureau knew (register X2). */
const startAtBeginning = (
  of: DutyOfCase,
  segment: Segment,
  { instant: id, basis }: InstantAnchor,
  grid: Grid | undefined,
): Start | undefined => {
  const beginning = beginningOf(of.regulation, of.state, id, grid);
  if (beginning === undefined) return undefined;
  const { instant, at, recordedAt, by, dateOnly, estimated = false } = beginning;
  // What a feed brings afterwards nobody knew before; what a person says was his to say in time.
  const isFound = recordedAt > of.state.openedAt && isSystem(by);
  const revised = revisionOf(of.regulation, of.state, id, beginning);
  return startAtPlace(of, {
    instant: instant as InstantId,
    at,
    // 舆情发生 is the first publication; everything else only stands in for it.
    estimated: estimated || (instant !== id && !(id === 'occurredAt' && instant === 'publishedAt')),
    dateOnly,
    knownAt: latest(segment.at, recordedAt),
    ...(isFound ? { foundAt: recordedAt } : {}),
    ...(revised === undefined ? {} : { revised }),
    isOwn: basis === 'bureau',
  });
};

const startAtInstant = (
  of: DutyOfCase,
  segment: Segment,
  anchor: InstantAnchor,
  grid: Grid | undefined,
): Start | undefined => {
  const { regulation } = of;
  const fallback = regulation.instants.find(({ id }) => id === anchor.instant)?.fallback ?? [];
  for (const id of [anchor.instant, ...fallback]) {
    const begun = startAtBeginning(of, segment, { ...anchor, instant: id }, grid);
    // X1: 爆发 is 发生 unless somebody says otherwise, so that step of the chain is a rule and no estimate.
    if (begun !== undefined) return begun;
    const at = ownInstant(of, segment, id);
    if (at === undefined) continue;
    // A later outbreak, or a later calm, is not answered by what was done before it.
    const isNew = anchor.instant === 'outbreakAt' || anchor.instant === 'calmedAt';
    return startAtPlace(of, {
      instant: id,
      at,
      estimated: id !== anchor.instant,
      knownAt: latest(segment.at, recordedAt(of, segment, id)),
      answeredFrom: isNew ? at : null,
      isOwn: anchor.basis === 'bureau',
    });
  }
  return undefined;
};

/** 决定上报: from the last decision of this name, unless it chose nobody to report to. */
const startAtDecision = (of: DutyOfCase, segment: Segment, decision: string): Start | undefined => {
  const last = lastDecision(of.state, decision);
  if (last === undefined || last.to?.length === 0) return undefined;
  return startAtPlace(of, {
    instant: `decision:${decision}`,
    at: last.madeAt,
    knownAt: latest(segment.at, last.recordedAt),
    answeredFrom: last.madeAt,
  });
};

const startAt = (
  of: DutyOfCase,
  segment: Segment,
  anchor: Anchor,
  grid: Grid | undefined,
): Start | undefined => {
  if ('after' in anchor) return startAfter(of, segment, anchor);
  if ('decision' in anchor) return startAtDecision(of, segment, anchor.decision);
  if (anchor.instant === 'receivedAt') return startAtReceipt(of, segment, anchor);
  // What a receipt is owed counts from the receipt alone.
  return of.receipt === undefined ? startAtInstant(of, segment, anchor, grid) : undefined;
};

/**
 * Where the clock of `term` starts in `segment`: the first of its anchors that is known, or the earliest.
 * Undefined when no event has supplied one yet. `acts` met the duty already: an anchor that came with the first of
 * them or after it, or after the period from the earliest anchor had passed, no longer restarts a repetition that counts
 * from completion.
 */
export const startOf = (
  of: DutyOfCase,
  segment: Segment,
  term: ResolvedTerm,
  acts: readonly Completion[],
): Start | undefined => {
  const { regulation, state } = of;
  const facts = factsIn(regulation, state, segment);
  const since = trueSince(regulation, state, term.when, facts);
  const { limit } = term;
  const firstEnd = (every: string, { at, dateOnly }: Pick<Start, 'at' | 'dateOnly'>): Instant =>
    periodEnd(regulation, every, { at, dateOnly, calendar: calendarOf(state) }).at;
  const grid: Grid | undefined =
    limit.kind === 'every' && limit.from === 'due'
      ? { since: segment.at, firstEnd: (start) => firstEnd(limit.every, start) }
      : undefined;
  const starts = term.start
    .filter((anchor) => isTrue(anchor.when, facts))
    .flatMap((anchor) => startAt(of, segment, anchor, grid) ?? [])
    .map((start) =>
      since === undefined
        ? start
        : {
            ...start,
            knownAt: latest(start.knownAt, since),
            saidAt: since,
          },
    );
  const first = starts.reduce<Start | undefined>(
    (best, next) => (best === undefined || next.at < best.at ? next : best),
    undefined,
  );
  if (term.pick === 'earliest' || limit.kind !== 'every' || limit.from !== 'completion')
    return term.pick === 'earliest' ? first : starts[0];
  if (first === undefined) return undefined;
  const act = acts.find(({ at }) => at > first.at);
  const passed = firstEnd(limit.every, first);
  return starts.find(({ at }) => at === first.at || (at <= passed && (act === undefined || at < act.at)));
};
