import type { Statement } from '../../case/state/statement.ts';
import type { CaseState } from '../../case/state.ts';
import { settingsOf } from '../../regulations/lookup.ts';
import { OPINION_BEGINS_SETTING } from '../../regulations/reserved.ts';
import type { InstantId, Regulation } from '../../regulations/schema.ts';
import type { Instant } from '../../time/instants.ts';
import { receiptsIn } from './receipts.ts';

const kindsOf = (regulation: Regulation, id: InstantId, bounds: readonly InstantId[]): readonly string[] => {
  const isEvent = id === 'occurredAt' && settingsOf(regulation)[OPINION_BEGINS_SETTING] === 'event';
  return [id, ...(isEvent ? ['eventAt'] : []), ...bounds];
};

/** A repetition that counts from it, and since when it is owed. */
export interface Grid {
  since: Instant;
  /** When its first period from a beginning ends. */
  firstEnd: (start: Pick<Statement, 'at' | 'dateOnly'>) => Instant;
}
/** Once the first of its times has come they stay: an earlier beginning, said after that, would put some of them off. */
const isFixed = ({ since, firstEnd }: Grid, start: Statement, saidAt: Instant): boolean =>
  saidAt > since && saidAt >= firstEnd(start);

/** All that was said, oldest first; of 收到 what its receipt counts by now, and nothing of what was taken back. */
const saidIn = (state: CaseState): Statement[] => {
  const receipts = receiptsIn(state);
  return state.statements.flatMap((each) => {
    const { place } = each;
    if (place === undefined) return [each];
    const counted = receipts.find(({ places }) => places.includes(place))?.stated.at(-1);
    return counted === undefined
      ? []
      : [{ ...each, at: counted.at, recordedAt: counted.recordedAt, by: counted.by }];
  });
};

/** What was said of an instant before who may grant time said otherwise was wrong: it stays on record and counts no more. */
const notRevoked = (statements: readonly Statement[]): Statement[] =>
  statements.filter(
    ({ instant }, index) =>
      !statements.some((later, place) => place > index && later.granted && later.instant === instant),
  );

/**
 * What 事发 or 舆情发生 is counted from (register X2): the earliest of all that was said of it and of what it cannot lie
 * after. A later one counts only from who may grant time, and then what was said before it counts no more: nothing that is
 * merely added moves a clock later. Undefined for an instant that has no such bounds.
 */
export const beginningOf = (
  regulation: Regulation,
  state: CaseState,
  id: InstantId,
  grid?: Grid,
): Statement | undefined => {
  const bounds = regulation.instants.find((each) => each.id === id)?.bounds ?? [];
  if (bounds.length === 0) return undefined;
  const kinds = kindsOf(regulation, id, bounds);
  const statements = saidIn(state);
  // The end of a day never counts beyond when the bureau knew: granted, it leaves the bounds as they were.
  const granted = statements.findLastIndex((each) => each.granted && !each.dateOnly && each.instant === id);
  return notRevoked(statements.slice(Math.max(0, granted)))
    .filter(({ instant }) => kinds.includes(instant))
    .reduce<Statement | undefined>((best, next) => {
      if (best === undefined) return next;
      const isLate = grid !== undefined && isFixed(grid, best, next.recordedAt);
      return next.at < best.at && !isLate ? next : best;
    }, undefined);
};

/** Who has put off what it is counted from, when he did, and what counted before; undefined: nobody has. */
export const revisionOf = (
  regulation: Regulation,
  state: CaseState,
  id: InstantId,
  counted: Statement,
): { by: Statement['by']; at: Instant; from: Instant } | undefined => {
  if (!counted.granted) return undefined;
  const { by, recordedAt } = counted;
  const statements = state.statements.slice(0, state.statements.indexOf(counted));
  const before = beginningOf(regulation, { ...state, statements }, id);
  return before === undefined || before.at >= counted.at
    ? undefined
    : { by, at: recordedAt, from: before.at };
};

const KNEW: readonly InstantId[] = ['detectedAt', 'receivedAt', 'openedAt'];
/** When the bureau first knew of the matter: 发现, 收到, at the latest 立案. */
export const knewAt = (state: CaseState): Instant =>
  notRevoked(saidIn(state)).reduce(
    (first, { instant, at }) => (KNEW.some((id) => id === instant) && at < first ? at : first),
    state.openedAt,
  );

/** An instant, with all that stands in for it, or cannot lie before it, where it was not stated. */
export const kindsBehind = ({ instants }: Pick<Regulation, 'instants'>, id: InstantId): string[] => {
  const { fallback = [], bounds = [] } = instants.find((each) => each.id === id) ?? {};
  const behind = [...fallback, ...bounds, ...(id === 'detectedAt' ? KNEW : [])].filter((each) => each !== id);
  return [id, ...behind.flatMap((each) => kindsBehind({ instants }, each))];
};
