import { clockedDuties, STAGES_PER_SCHEDULE } from '../deadlines/clocks.ts';
import { clockedLevels } from '../regulations/lookup.ts';
import type { Level, Regulation } from '../regulations/schema.ts';

/** How often a task is tried again (statemachines/retries.ts); each try adds failed, scheduled and started. */
export const TASK_RETRIES = 6;
const EVENTS_PER_RETRIED_TASK = 3 * TASK_RETRIES;
/** A loop of one branch: Choice 2, Wait 2, Task 5; and every retry there can be. */
const EVENTS_PER_LOOP = 9;
const EVENTS_PER_ENFORCEMENT = EVENTS_PER_LOOP + EVENTS_PER_RETRIED_TASK;
/** Of one branch in one schedule: Pass 2, Choice 2, and a Wait entered and aborted or an end, 2. */
const EVENTS_PER_BRANCH = 6;
/**
 * Of one duty in one schedule: one more loop, since an enforcement that found nothing to do leaves no event in the case's
 * log to be counted by.
 */
const EVENTS_PER_DUTY = EVENTS_PER_LOOP;
/** Of each schedule itself: Task 5, Choice 2, Parallel 4, watch 6, Choice 2, Fail 1; the start 3 and the end 8; and the retries of schedule and watch. */
const EVENTS_PER_SCHEDULE = 31 + 2 * EVENTS_PER_RETRIED_TASK;
export const HISTORY_LIMIT = 25_000;
/** A new execution begins at this count: what one schedule can still add (see `worstWindow`) fits above it. */
export const CONTINUE_AT = 15_000;
/**
 * How often one duty may still be enforced between the stage that fills a schedule and the next schedule, should its signal
 * be lost: no ladder speaks more often than every `SHORTEST_SPACING`, and the sweep comes as often.
 */
export const LATE_STAGES = 4;
export const SHORTEST_SPACING = 'PT5M';

/** What runs in an execution. */
export interface Running {
  /** The branches with a clock, of whatever duty. */
  branches: number;
  /**
   * The duties that can be enforced: one in its own branch, or several in the branch for all others. One that is owed
   * several times at once, for each 交办, counts as often.
   */
  duties: number;
}

/**
 * History events of an execution after `schedules` schedules and `enforced` enforcements: an upper bound. Each wake of the
 * branch for all others enforces one duty or several, or was for one that needed nothing more.
 */
export const historyBound = ({ branches, duties }: Running, schedules: number, enforced: number): number =>
  schedules * (EVENTS_PER_SCHEDULE + branches * EVENTS_PER_BRANCH + duties * EVENTS_PER_DUTY) +
  enforced * EVENTS_PER_ENFORCEMENT;

/** How often a case can be enforced in one schedule. */
export const stagesPerSchedule = ({ duties }: Running): number => STAGES_PER_SCHEDULE + duties * LATE_STAGES;
/** What one more schedule can add until the next. */
export const worstWindow = (running: Running): number => historyBound(running, 1, stagesPerSchedule(running));

/**
 * Whether a new execution must go on with the case. A case may also have duties of its own, 批示 and 督办通知, that no
 * regulation counts: then sooner, while what one more schedule can add still fits. Never at its first schedule, which a
 * new execution would only repeat.
 */
export const mustContinue = (running: Running, schedules: number, enforced: number): boolean => {
  const bound = historyBound(running, schedules, enforced);
  return bound >= CONTINUE_AT || (schedules > 1 && bound + worstWindow(running) >= HISTORY_LIMIT);
};

/** Whether a new execution begins in time, whatever the schedule that was let through still adds. */
export const hasHistoryRoom = (running: Running): boolean =>
  CONTINUE_AT + worstWindow(running) < HISTORY_LIMIT;

/** A case that was opened under one version of a regulation, at a level, on the machine that another version made. */
export interface CaseOnMachine {
  ofCase: Regulation;
  ofMachine: Regulation;
  level: Level;
  /** The case's duties that have no branch there: they wait in 其余职责. */
  outside: string[];
  running: Running;
}

/**
 * Every such meeting of two versions of the same bureau, each with itself too. Either may be the older: while a
 * deployment is under way, a case of the new version can begin on the machine before. A case has the duties of its own
 * version only, so that a branch without one costs a little in each schedule and is never enforced.
 */
export const casesOnMachines = (versions: readonly Regulation[]): CaseOnMachine[] =>
  versions.flatMap((ofMachine) =>
    clockedLevels(ofMachine).flatMap((level) => {
      const branches = clockedDuties(ofMachine, level.id).map(({ duty }) => duty.id);
      return versions
        .filter(({ id }) => id === ofMachine.id)
        .filter((ofCase) => clockedLevels(ofCase).some(({ id }) => id === level.id))
        .map((ofCase) => {
          const own = clockedDuties(ofCase, level.id).map(({ duty }) => duty.id);
          return {
            ofCase,
            ofMachine,
            level,
            outside: own.filter((duty) => !branches.includes(duty)),
            running: { branches: branches.length + 1, duties: own.length },
          };
        });
    }),
  );

/** Throws when the history of an execution could overflow at any level of these versions (decision 009). */
export const requireHistoryRoom = (versions: readonly Regulation[]): void => {
  const full = casesOnMachines(versions).filter(({ running }) => !hasHistoryRoom(running));
  if (full.length === 0) return;
  const sentences = full.map(
    ({ ofCase, ofMachine, level, running }) =>
      `${ofMachine.id} ${level.name}:${ofCase.version} 版案卷的 ${running.duties} 项计时职责` +
      `在 ${ofMachine.version} 版流程(${running.branches} 个分支)上,一次排期最多可增 ${worstWindow(running)} 条记录`,
  );
  throw new Error(
    [`流程记录上限 ${HISTORY_LIMIT} 条,满 ${CONTINUE_AT} 条即转新流程,余量不足:`, ...sentences].join('\n'),
  );
};
