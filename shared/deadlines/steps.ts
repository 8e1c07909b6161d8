import type { Mark } from '../case/state/mark.ts';
import type { Duty, Ladder } from '../regulations/schema.ts';
import {
  add,
  addTimes,
  type Instant,
  instantOf,
  latest,
  lengthInDays,
  millisecondsOf,
} from '../time/instants.ts';
import { type Remindable, remindersOf } from './ladder/reminders.ts';

export type Stage = 'remind' | 'due' | 'overdue';
/** What the clock of a duty waits for next. `rung` counts from the responsible role (0) up the ladder. */
export interface Step {
  stage: Stage;
  at: Instant;
  /** What the stage is about: the limit of the law, or the bureau's own target. */
  due: Instant;
  index: number;
  rung: number;
  /** How often it was chased before. */
  chased: number;
  /** How many rungs, from the lowest, were told the same before. */
  saidTo: number;
  /** 立即, past the top of the ladder. */
  repeats: boolean;
  /** Another duty's clock speaks for this one at this instant (ladder/repeats.ts); `at` only looks after it. */
  carriedAt?: Instant;
  /** The limit is one of days: what it says at night is told in the morning. */
  inDays: boolean;
  /** The next period has come: this occurrence is recorded as missed. */
  givesUp: boolean;
  /** The stage before it was overtaken while the clock was held up: whoever that one skipped is told now. */
  catchesUp: boolean;
  /** The first 逾期 stage that speaks, when 督办通知 goes out (办法第三十三条 ①). */
  orders: boolean;
}

/** The roles that are told, lowest first: the responsible role, then the ladder's rungs above it. */
export const rungsOf = (duty: Pick<Duty, 'responsible'>, ladder: Ladder): string[] => {
  const own = ladder.rungs.indexOf(duty.responsible);
  return [duty.responsible, ...ladder.rungs.slice(own + 1)];
};

export interface Pursuit extends Remindable {
  /** When the log learned of it: due before then, it is overdue at discovery (register X2). */
  knownAt: Instant;
  /** Numeric limits of the law fall overdue; 立即 and the bureau's own prompts are chased with reminders, never called overdue. */
  breachable: boolean;
  /**
   * 立即: past the top of the ladder it is repeated, for a day at the ladder's spacing, then at this, by which its top hears of
   * it from the beginning. Counted from `from`, so that all that is 立即 in a case is said together.
   */
  pressing: { topEvery: string; from: Instant } | null;
  /** A repetition's next due instant: there this occurrence is given up as missed. */
  givenUpAt: Instant | null;
  /** A warning waits so long for its release before it is chased; null: the ladder's own spacing. */
  firstChaseAfter: string | null;
  mark: Mark | undefined;
}

/** The way up: the bureau's ladder, how many are on it, where its days are counted, and when its people may be told by day. */
export interface Climb {
  ladder: Ladder;
  rungs: number;
  zone: string;
  outOfNight: (at: Instant) => Instant;
}

/** The first instant after `after` that lies whole lengths, at least one, from `base`. What an outage skipped is not made up for. */
const nextOnGrid = (base: Instant, length: string, after: Instant, zone: string): Instant => {
  const one = millisecondsOf(addTimes(base, length, 1, zone)) - millisecondsOf(base);
  let times = Math.max(1, Math.floor((millisecondsOf(after) - millisecondsOf(base)) / one));
  for (;;) {
    const at = addTimes(base, length, times, zone);
    if (at > after) return at;
    times += 1;
  }
};

const HALF_DAY_MILLISECONDS = 43_200_000;
/** How long 立即 is repeated at the ladder's own spacing past its top. */
const PRESSED_FOR = 'P1D';

/** 立即 past the top, which was reached at `reached`: to who has to act, and to the top where its own time is full. */
const repeatAfter = (
  { topEvery, from }: NonNullable<Pursuit['pressing']>,
  { ladder: { climbEvery }, rungs, zone }: Climb,
  reached: Instant,
  spokeAt: Instant,
): { at: Instant; rung: number } => {
  const isSlower = lengthInDays(climbEvery) >= lengthInDays(topEvery);
  const every = isSlower || spokeAt < add(reached, PRESSED_FOR, zone) ? climbEvery : topEvery;
  // What was said a moment late is not said again a moment later.
  const half = lengthInDays(every) * HALF_DAY_MILLISECONDS;
  const at = nextOnGrid(from, every, instantOf(millisecondsOf(spokeAt) + half), zone);
  // The top hears at an instant of the grid, so not later than one and a half of its time after it was reached.
  const rested = instantOf(millisecondsOf(reached) + lengthInDays(topEvery) * HALF_DAY_MILLISECONDS);
  const isTops = at >= rested && nextOnGrid(from, topEvery, spokeAt, zone) <= at;
  return { at, rung: isTops ? rungs - 1 : 0 };
};

/** The `number`th chase, counted from 0 at `base`: one rung at a time to the top, then again and again. */
const chaseAfter = (
  { pressing, inDays, mark }: Pursuit,
  climb: Climb,
  base: Instant,
  number: number,
): { at: Instant; rung: number; repeats: boolean } => {
  const { ladder, rungs, zone, outOfNight } = climb;
  const { climbEvery, thenEvery } = ladder;
  const top = rungs - 1;
  const byDay = (at: Instant): Instant => (inDays && at !== base ? outOfNight(at) : at);
  if (number <= top)
    return { at: byDay(addTimes(base, climbEvery, number, zone)), rung: number, repeats: false };
  const reached = addTimes(base, climbEvery, top, zone);
  const spokeAt = latest(mark?.at ?? reached, reached);
  if (pressing !== null) return { ...repeatAfter(pressing, climb, reached, spokeAt), repeats: true };
  return { at: byDay(nextOnGrid(reached, thenEvery, spokeAt, zone)), rung: top, repeats: false };
};

/** As of a limit whose reminders are over, since it is chased anyway: what is left is that it comes. */
export const comingAt = (due: Instant): Mark => ({ ...FRESH, due, at: due });

const FRESH = { reminded: 0, chased: 0, fellDue: false, overdue: 0, overtaken: false, ordered: false };

/**
 * The next step of one open occurrence: reminders before the due instant, the check at the due instant, then the climb
 * up the ladder (one rung at a time, afterwards at the ladder's slower pace, 立即 at its own), or null when there is none.
 */
export const nextStep = (pursuit: Pursuit, climb: Climb): Step | null => {
  const { due, knownAt, toldAt, breachable, inDays, givenUpAt, firstChaseAfter } = pursuit;
  const mark: Omit<Mark, 'at' | 'due'> = pursuit.mark ?? FRESH;
  const spokeAt = pursuit.mark?.at ?? '';
  const shared = {
    due,
    rung: 0,
    chased: 0,
    saidTo: 0,
    inDays,
    repeats: false,
    givesUp: false,
    catchesUp: mark.overtaken,
    orders: false,
  };
  const discovered = breachable && due < knownAt;
  if (!mark.fellDue && !discovered) {
    const { reminded } = mark;
    const reminders = remindersOf(pursuit, climb.ladder.remindBefore, climb.zone);
    const at = reminders.find((each) => each > spokeAt);
    return at === undefined
      ? { ...shared, stage: 'due', at: due, index: 0 }
      : { ...shared, stage: 'remind', at, index: reminded, saidTo: Math.min(1, reminded) };
  }
  const chased = breachable ? mark.overdue : mark.chased;
  // Overdue at discovery (register X2) is escalated at once, from the responsible role upwards.
  const number = discovered || firstChaseAfter !== null ? chased : chased + 1;
  const since = latest(due, latest(knownAt, toldAt));
  const waits = firstChaseAfter === null ? since : add(since, firstChaseAfter, climb.zone);
  // Nobody is chased at night about a limit in days; that it was found too late is put down at once.
  const base = inDays && !discovered ? climb.outOfNight(waits) : waits;
  const spoken = chaseAfter(pursuit, climb, base, number);
  const { at } = spoken;
  const chase: Pick<Step, 'stage' | 'index'> = breachable
    ? { stage: 'overdue', index: chased }
    : { stage: 'remind', index: mark.reminded };
  const saidTo = chased === 0 || mark.overtaken ? 0 : Math.min(number, climb.rungs);
  return givenUpAt !== null && at >= givenUpAt
    ? { ...shared, ...chase, at: givenUpAt, rung: spoken.rung, givesUp: true }
    : { ...shared, ...chase, ...spoken, chased, saidTo, orders: breachable && !mark.ordered };
};

/** The instant of the bureau's own target, kept apart from the law. */
export const targetAt = (start: Instant, target: string, zone: string): Instant => add(start, target, zone);
