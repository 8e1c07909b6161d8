import type { Mark } from '../../case/state/mark.ts';
import type { CaseState } from '../../case/state.ts';
import { dayPlanOf, outOfNight } from '../../regulations/day.ts';
import { isPerUnit } from '../../regulations/lookup.ts';
import type { Ladder, Regulation } from '../../regulations/schema.ts';
import { type Instant, startOfDay } from '../../time/instants.ts';
import type { Completion } from '../completions/completion.ts';
import { calendarOf } from '../days/lists.ts';
import { limitInChinese, type ResolvedLimit } from '../limits.ts';
import { type Occurrence, onceOnly } from '../occurrences/occurrence.ts';
import { releaseOf, whyClosed } from '../reasons.ts';
import type { ScheduledDuty, Way } from '../scheduled-duty.ts';
import type { Start } from '../starts/start.ts';
import { nextStep, rungsOf, type Step } from '../steps.ts';
import { ladderFor } from './ladders.ts';

/** What a duty that only this case has consists of. */
export interface OwnDuty {
  id: string;
  name: string;
  /** What a text calls it, where its name carries somebody's words (register X40). */
  toldAs?: string;
  cite: string[];
  limit: ResolvedLimit;
  /** Since when it is owed. */
  from: Instant;
  due: Instant | null;
  responsible: string;
  unit?: string;
  /** What was done for it. */
  acts: Completion[];
  /** Why it is owed no more. */
  ended: string | null;
  /** Owed to a body outside the bureau. */
  isOutside: boolean;
  /** Its first stage tells whoever has to act; otherwise the act that made it has told them. */
  says?: string;
  /** The entry of the draft that is to be signed. */
  signs?: number;
  /** The act that meets it. */
  way: Way;
}

const OCCURRENCE = '1';
const told = (due: Instant): Mark => ({
  due,
  at: due,
  reminded: 0,
  chased: 0,
  fellDue: true,
  overdue: 0,
  overtaken: false,
  ordered: false,
});

/** From when it came into the file. */
const startOf = (at: Instant): Start => ({
  instant: 'recorded',
  at,
  estimated: false,
  dateOnly: false,
  knownAt: at,
  foundAt: at,
  answeredFrom: null,
  isOwn: false,
});

/** Nobody is 逾期 by it, but what was entered after its limit as made before it is believed no more than elsewhere (补录). */
const answered = ({ acts, due }: OwnDuty): Occurrence => {
  const current = onceOnly({ occurrence: OCCURRENCE, due, passed: false }, acts, due !== null);
  return current.outcome === 'fulfilledLate' ? { ...current, outcome: 'fulfilled' } : current;
};

/** What its clock waits for while it is not answered. */
const waitsFor = (
  regulation: Regulation,
  state: CaseState,
  { id, due, from, says }: OwnDuty,
  { ladder, rungs }: { ladder: Ladder; rungs: readonly string[] },
): Step | null => {
  const { zone } = regulation;
  const base = due ?? from;
  const mark = state.marks[`${id}#${OCCURRENCE}`];
  return nextStep(
    {
      due: base,
      knownAt: from,
      toldAt: from,
      breachable: false,
      soft: null,
      calendar: calendarOf(state),
      inDays: due !== null && startOfDay(due, zone) === due,
      pressing: null,
      givenUpAt: null,
      firstChaseAfter: null,
      mark: mark?.due === base ? mark : due === null && says === undefined ? told(base) : undefined,
    },
    { ladder, rungs: rungs.length, zone, outOfNight: (at) => outOfNight(dayPlanOf(regulation), at) },
  );
};

/** What is to be done at once climbs as quickly as what has a limit, and has nothing to be reminded of before. */
const ladderOf = (regulation: Regulation, { responsible, due, limit }: OwnDuty): Ladder => {
  if (due !== null || limit.kind !== 'immediate') return ladderFor(regulation, responsible, due !== null);
  return { ...ladderFor(regulation, responsible, true), remindBefore: [] };
};

/** It is the bureau's own demand: chased up the ladder, never overdue as the regulation's. */
export const scheduleOwn = (regulation: Regulation, state: CaseState, own: OwnDuty): ScheduledDuty => {
  const { id, due, from, responsible, unit, limit, says } = own;
  const ladder = ladderOf(regulation, own);
  const rungs = rungsOf({ responsible }, ladder);
  const current = answered(own);
  const survives = own.isOutside && due !== null && state.status !== 'merged';
  const ended =
    own.ended ??
    releaseOf(state, id, current) ??
    (state.status !== 'open' && !survives ? whyClosed(state) : null);
  const shared = {
    duty: id,
    name: own.name,
    basis: 'bureau' as const,
    cite: own.cite,
    limit,
    limitText: limitInChinese(regulation, limit),
    breachable: false,
    provisional: false,
    awaitsGrade: false,
    isOwn: false,
    start: startOf(from),
    soft: null,
    extendableTo: undefined,
    missingYears: [],
    current,
    history: [current],
    foundLate: null,
    keptDue: null,
    excused: {},
    responsible,
    receivers: [],
    untold: false,
    missingReceivers: [],
    isPartlyDone: false,
    ways: [own.way],
    copies: [],
    warning: null,
    channels: [],
    rungs,
    isNotice: false,
    holds: [],
    isOfCase: true,
    isOutside: own.isOutside,
    ...(unit !== undefined && isPerUnit(regulation, responsible) ? { unit } : {}),
    ...(says === undefined ? {} : { says }),
    ...(own.toldAs === undefined ? {} : { toldAs: own.toldAs }),
    ...(own.signs === undefined ? {} : { signs: own.signs }),
  };
  if (current.outcome !== 'open') return { ...shared, status: 'fulfilled', next: null, reason: null };
  if (ended !== null) return { ...shared, status: 'ended', next: null, reason: ended };
  return {
    ...shared,
    status: 'open',
    next: waitsFor(regulation, state, own, { ladder, rungs }),
    reason: null,
  };
};
