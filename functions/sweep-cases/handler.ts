import type { CaseState } from '../../shared/case/state.ts';
import { scheduleCase } from '../../shared/deadlines/schedule.ts';
import type { ReadDeadLetters } from '../../shared/notices/dead-letters.ts';
import type { DispatchNotices } from '../../shared/notices/dispatch.ts';
import { type Office, SYSTEM_ACTOR } from '../../shared/office/office.ts';
import { createRecordUndelivered } from '../../shared/office/record-undelivered.ts';
import { restartClock } from '../../shared/office/restart-clock.ts';
import type { ItemIntake } from '../../shared/office/take-item.ts';
import type { BoardRow, Cases } from '../../shared/records/cases.ts';
import type { Items } from '../../shared/records/items.ts';
import type { Watches } from '../../shared/records/watches.ts';
import { regulationOf } from '../../shared/regulations/index.ts';
import { ENDED_IN_CHINESE, type Workflows } from '../../shared/workflows/executions.ts';
import { createOverlays, type Overlays } from './overlays.ts';
import type { PushRoutine } from './push-routine.ts';
import type { OpenStanding } from './standing.ts';

export interface SweepDependencies {
  cases: Cases;
  items: Items;
  watches: Watches;
  workflows: Workflows;
  office: Office;
  dispatch: DispatchNotices;
  intake: ItemIntake;
  pushRoutine: PushRoutine;
  openStanding: OpenStanding;
  /** Only where texts go over a bridge. */
  readDeadLetters?: ReadDeadLetters;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}
export interface SweepReport {
  cases: number;
  started: string[];
  restarted: string[];
  woken: string[];
  dispatched: string[];
  finishedItems: number;
  pushedItems: number;
  undelivered: number;
  /** Cases that got the flag of a special period. */
  overlaid: string[];
  /** The matter of 定期工作 that was opened. */
  opened: string[];
}
/** What one sweep has seen on the board. */
interface Seen {
  overlays: Overlays;
  /** Of the cases that are not closed. */
  levels: Set<string>;
}

/** A clock this late has stopped: its branch should have acted. */
const STOPPED_AFTER_MILLISECONDS = 5 * 60_000;
const AT_ONCE = 16;
/** An item this fresh is still being taken in by the request that brought it. */
const IN_HAND_MILLISECONDS = 30_000;

const inTurns = async <T>(list: readonly T[], run: (each: T) => Promise<void>): Promise<void> => {
  const left = [...list];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

/**
 * 巡检: makes good what a crash cut off, from the logs alone. Rebuilds heads that lag, starts executions that are gone,
 * restarts those that died, wakes those whose schedule is old or whose clock stopped, sends what was not handed over,
 * finishes items without their case, pushes 常规 items in groups, and makes telephone tasks of texts that never got to the
 * gateway. Lays the flag of a special period over the other cases, and opens the matter of 定期工作. Every part may be
 * repeated.
 */
export const createSweepCases = (dependencies: SweepDependencies) => {
  const { cases, items, watches, workflows, office, dispatch, intake, now, onProblem } = dependencies;
  const { pushRoutine, openStanding, readDeadLetters } = dependencies;
  const record = createRecordUndelivered({ cases, office });

  /** The board only says for which cases it is worth scheduling; if it lags, the next sweep sees. */
  const stopped = (state: CaseState, { boardAt }: BoardRow): boolean => {
    const regulation = regulationOf(state.regulation.id, state.regulation.version);
    const limit = new Date(Date.parse(now()) - STOPPED_AFTER_MILLISECONDS).toISOString();
    if (boardAt >= limit) return false;
    return scheduleCase(regulation, state).duties.some(({ next }) => next !== null && next.at < limit);
  };

  /** A level without clocks has no machine. */
  const describe = async (state: CaseState) => {
    const { caseId, handlingLevel: level, generation } = state;
    return office.hasMachine(state) ? workflows.describe({ caseId, level, generation }) : 'NONE';
  };

  const tend = async (state: CaseState, row: BoardRow, report: SweepReport): Promise<void> => {
    const { caseId, generation } = state;
    const watch = await watches.find(caseId);
    const isBehind = watch !== undefined && watch.version < state.rearmedVersion;
    if (state.status === 'archived') return;
    if (state.status !== 'open') {
      const isWoken = isBehind && (await workflows.signal(watch.token, 'CaseConcluded'));
      // Its workflow is gone, and would have closed the file.
      const isGone = !isWoken && (await describe(state)) !== 'RUNNING';
      if (isGone) await office.carryOut(caseId, SYSTEM_ACTOR, { type: 'Archive' });
      return;
    }
    if (!office.hasMachine(state)) {
      if (isBehind) await workflows.signal(watch.token, 'LevelChanged');
      return;
    }
    const status = await describe(state);
    if (status === 'RUNNING') {
      if (watch !== undefined && (isBehind || stopped(state, row))) {
        await workflows.signal(watch.token, watch.generation < generation ? 'LevelChanged' : 'CaseChanged');
        report.woken.push(caseId);
      }
    } else if (status === 'NONE') {
      await office.start(state);
      report.started.push(caseId);
    } else {
      await restartClock(office, state, `流程已停止(${ENDED_IN_CHINESE[status] ?? status}),巡检重新启动`);
      report.restarted.push(caseId);
    }
  };

  const sweepCase = async (row: BoardRow, seen: Seen, report: SweepReport): Promise<void> => {
    const { caseId } = row;
    try {
      const state = await cases.refresh(caseId);
      if (state === null) return;
      report.cases += 1;
      if (state.status !== 'archived') seen.levels.add(state.handlingLevel);
      seen.overlays.note(state);
      await tend(state, row, report);
      if (Object.keys(state.pendingNotices).length > 0) {
        await dispatch(caseId);
        report.dispatched.push(caseId);
      }
    } catch (error) {
      // One case must not keep the others from being looked after.
      onProblem(caseId, error);
    }
  };

  /** What the bridge could not even try becomes a telephone task too. The letters stay for the operators. */
  const tellUndelivered = async (): Promise<number> => {
    const letters = (await readDeadLetters?.()) ?? [];
    for (const { about, templateId } of letters) {
      if (about === undefined) continue;
      await record(about, '短信没有交到网关').catch((error: unknown) =>
        onProblem(`sms ${templateId}`, error),
      );
    }
    return letters.length;
  };

  return async (): Promise<SweepReport> => {
    const report: SweepReport = {
      cases: 0,
      started: [],
      restarted: [],
      woken: [],
      dispatched: [],
      finishedItems: 0,
      pushedItems: 0,
      undelivered: 0,
      overlaid: [],
      opened: [],
    };
    const seen: Seen = { overlays: createOverlays(dependencies), levels: new Set() };
    const settled = new Date(Date.parse(now()) - IN_HAND_MILLISECONDS).toISOString();
    await inTurns(await items.onBoard('pending', settled), async ({ feed, id }) => {
      try {
        await intake.finishPending(feed, id);
        report.finishedItems += 1;
      } catch (error) {
        onProblem(`${feed}/${id}`, error);
      }
    });
    await inTurns(await cases.open(), (row) => sweepCase(row, seen, report));
    report.overlaid = await seen.overlays.apply();
    try {
      const opened = await openStanding(seen.levels);
      if (opened !== undefined) report.opened.push(opened);
    } catch (error) {
      onProblem('standing', error);
    }
    try {
      report.pushedItems = await pushRoutine();
    } catch (error) {
      onProblem('routine', error);
    }
    try {
      report.undelivered = await tellUndelivered();
    } catch (error) {
      onProblem('dead letters', error);
    }
    return report;
  };
};
