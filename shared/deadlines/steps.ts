import type { Mark } from '../case/state.ts';
import type { Duty, Ladder } from '../regulations/schema.ts';
import { add, addTimes, type Instant, latest, subtract } from '../time/instants.ts';

export type Stage = 'remind' | 'due' | 'overdue';
/** What the clock of a duty waits for next. `rung` counts from the responsible role (0) up the ladder. */
export interface Step {
  stage: Stage;
  at: Instant;
  /** What the stage is about: the limit of the law, or the bureau's own target. */
  due: Instant;
  index: number;
  rung: number;
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

interface Pursuit {
  due: Instant;
  knownAt: Instant;
  /** Numeric limits of the law fall overdue; 立即 and the bureau's own prompts are chased with reminders, never called overdue. */
  breachable: boolean;
  hasReminders: boolean;
  /** The target before the due instant, which is one more reminder. */
  soft: Instant | null;
  /** A repetition's next due instant: there this occurrence is given up as missed. */
  givenUpAt: Instant | null;
  /** A warning waits so long for its release before it is chased; null: the ladder's own spacing. */
  firstChaseAfter: string | null;
  mark: Mark | undefined;
}

/** The way up: the bureau's ladder, how many are on it, and where its days are counted. */
interface Climb {
  ladder: Ladder;
  rungs: number;
  zone: string;
}

const chaseAt = (base: Instant, number: number, { ladder, rungs, zone }: Climb): Instant => {
  const climbs = Math.min(number, rungs - 1);
  const climbed = addTimes(base, ladder.climbEvery, climbs, zone);
  return addTimes(climbed, ladder.thenEvery, number - climbs, zone);
};

const remindersOf = ({ due, soft }: Pursuit, { ladder, zone }: Climb): Instant[] => {
  const before = ladder.remindBefore.map((length) => subtract(due, length, zone));
  return [...new Set(soft === null ? before : [soft, ...before])].sort();
};

/**
 * The next step of one open occurrence: reminders before the due instant, the check at the due instant, then the climb
 * up the ladder (one rung at a time, afterwards at the ladder's slower pace), or null when there is none.
 */
export const nextStep = (pursuit: Pursuit, climb: Climb): Step | null => {
  const { due, knownAt, breachable, givenUpAt, firstChaseAfter } = pursuit;
  const mark = pursuit.mark ?? { reminded: 0, fellDue: false, overdue: 0, overtaken: false, ordered: false };
  const shared = { due, rung: 0, givesUp: false, catchesUp: mark.overtaken, orders: false };
  const reminders = pursuit.hasReminders ? remindersOf(pursuit, climb) : [];
  const discovered = breachable && due < knownAt;
  if (!mark.fellDue && !discovered) {
    for (let index = mark.reminded; index < reminders.length; index += 1) {
      const at = reminders[index]!;
      if (at > knownAt) return { ...shared, stage: 'remind', at, index };
    }
    return { ...shared, stage: 'due', at: due, index: 0 };
  }
  const chased = breachable ? mark.overdue : Math.max(0, mark.reminded - reminders.length);
  // Overdue at discovery (register X2) is escalated at once, from the responsible role upwards.
  const number = discovered || firstChaseAfter !== null ? chased : chased + 1;
  const since = latest(due, knownAt);
  const base = firstChaseAfter === null ? since : add(since, firstChaseAfter, climb.zone);
  const at = chaseAt(base, number, climb);
  const rung = Math.min(number, climb.rungs - 1);
  const chase: Pick<Step, 'stage' | 'index'> = breachable
    ? { stage: 'overdue', index: chased }
    : { stage: 'remind', index: reminders.length + chased };
  return givenUpAt !== null && at >= givenUpAt
    ? { ...shared, ...chase, at: givenUpAt, rung, givesUp: true }
    : { ...shared, ...chase, at, rung, orders: breachable && !mark.ordered };
};

/** The instant of the bureau's own target, kept apart from the law. */
export const targetAt = (start: Instant, target: string, zone: string): Instant => add(start, target, zone);
