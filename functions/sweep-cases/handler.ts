import middy from '@middy/core';
import { type CaseState, isSecret } from '../../shared/case/state.ts';
import type { DispatchNotices } from '../../shared/notices/dispatch.ts';
import { type Office, SYSTEM_ACTOR } from '../../shared/office/office.ts';
import type { Detaching } from '../../shared/office/rearrange/detaching.ts';
import type { TendMerges } from '../../shared/office/rearrange/tend-merges.ts';
import { createClearItems } from '../../shared/office/secret-items.ts';
import type { ItemIntake } from '../../shared/office/take-item.ts';
import type { Answers } from '../../shared/records/answers.ts';
import type { BoardRow, Cases } from '../../shared/records/cases.ts';
import type { Items } from '../../shared/records/items.ts';
import type { Pushes } from '../../shared/records/register/pushes.ts';
import type { Signs } from '../../shared/records/register/signs.ts';
import { mapEach } from '../../shared/records/some-at-once.ts';
import type { Stories } from '../../shared/records/stories/stories.ts';
import type { Watches } from '../../shared/records/watches.ts';
import type { Workflows } from '../../shared/workflows/executions.ts';
import type { PartsOf } from '../lambda.ts';
import { type AskForList, createAskForList } from './ask-for-list.ts';
import { createLookAfterNumbers, type LookAfterNumbers } from './look-after-numbers.ts';
import { createOverlays, type Overlays } from './overlays.ts';
import { createProveSome } from './prove-some.ts';
import { createPushRoutine, type PushRoutine } from './push-routine.ts';
import { createOpenStanding, type OpenStanding } from './standing.ts';
import { createTellRefused, type TellRefused } from './tell-refused.ts';
import { createTendClock } from './tend-clock.ts';
import { createWatchFeeds, type WatchFeeds } from './watch-feeds.ts';

interface SweepDependencies {
  cases: Cases;
  items: Items;
  stories: Pick<Stories, 'forget' | 'tidy'>;
  answers: Answers;
  pushes: Pushes;
  signs: Signs;
  watches: Watches;
  workflows: Workflows;
  office: Office;
  dispatch: DispatchNotices;
  intake: ItemIntake;
  detaching: Detaching;
  tendMerges: Pick<TendMerges, 'tend'>;
  pushRoutine: PushRoutine;
  tellRefused: TellRefused;
  watchFeeds: WatchFeeds;
  askForList: AskForList;
  openStanding: OpenStanding;
  lookAfterNumbers: LookAfterNumbers;
  now: () => string;
  onProblem: (what: string, error: unknown) => void;
}
interface SweepReport {
  cases: number;
  started: string[];
  restarted: string[];
  woken: string[];
  dispatched: string[];
  finishedItems: number;
  pushedItems: number;
  /** Of how many refused items the office was told. */
  toldRefused: number;
  /** Feeds with which something is wrong. */
  troubledFeeds: number;
  /** Cases whose log was folded anew. */
  proved: number;
  /** Cases whose limits count by a holiday list from now on that was not there before. */
  learnt: string[];
  /** Cases in which somebody was asked again for his word. */
  asked: string[];
  /** Cases that got the flag of a special period. */
  overlaid: string[];
  /** The matter of 定期工作 that was opened. */
  opened: string[];
  /** Cases, and parts of the sweep, that could not be looked after. */
  failed: number;
}
/** What one sweep has seen on the board. */
interface Seen {
  overlays: Overlays;
  /** Of the cases that are not closed. */
  levels: Set<string>;
  /** How many clocks had died. */
  deadClocks: number;
  /** Notices of which a text was not taken and is still tried, and those that somebody has to be called about. */
  notTaken: number;
  calls: number;
}

/** Of the answers that nobody is told any more, and of pushes that do not come again. */
const FORGOTTEN_AT_ONCE = 1000;
/** An item this fresh is still being taken in by the request that brought it. */
const IN_HAND_MILLISECONDS = 30_000;

const emptyReport = (): SweepReport => ({
  cases: 0,
  started: [],
  restarted: [],
  woken: [],
  dispatched: [],
  finishedItems: 0,
  pushedItems: 0,
  toldRefused: 0,
  troubledFeeds: 0,
  proved: 0,
  learnt: [],
  asked: [],
  overlaid: [],
  opened: [],
  failed: 0,
});

const countTexts = ({ pendingNotices, telephoneTasks }: CaseState, seen: Seen): void => {
  const failing = Object.values(pendingNotices).filter(({ failed }) => Object.keys(failed).length > 0);
  seen.notTaken += failing.length;
  seen.calls += Object.keys(telephoneTasks).length;
};

/** What one sweep does for each case that is not closed. */
const createSweepCase = (dependencies: SweepDependencies) => {
  const { cases, detaching, dispatch, tendMerges, office } = dependencies;
  const tendClock = createTendClock(dependencies);
  const clearItems = createClearItems(dependencies);
  return async (row: BoardRow, seen: Seen, report: SweepReport): Promise<void> => {
    const { caseId } = row;
    const state = await cases.refresh(caseId);
    if (state === null) return;
    report.cases += 1;
    if (state.status !== 'archived') seen.levels.add(state.handlingLevel);
    seen.overlays.note(state);
    countTexts(state, seen);
    const { done, isDead } = await tendClock(state, row);
    if (done !== undefined) report[done].push(caseId);
    if (isDead) seen.deadClocks += 1;
    const learnt = await office.consult(state, SYSTEM_ACTOR, { type: 'LearnHolidayLists' });
    if (learnt.events.length > 0) {
      await office.carryOut(caseId, SYSTEM_ACTOR, { type: 'LearnHolidayLists' });
      report.learnt.push(caseId);
    }
    const question = await office.consult(state, SYSTEM_ACTOR, { type: 'AskAgain' });
    if (question.events.length > 0) {
      await office.carryOut(caseId, SYSTEM_ACTOR, { type: 'AskAgain' });
      report.asked.push(caseId);
    }
    // An item that was cut off on its way out of the case.
    if (state.detached.some(({ placed }) => placed === null)) await detaching.finish(state);
    // A merge that was cut off between the two logs, or into a case that has ended since; what was taken back of one.
    await tendMerges.tend(state);
    // An order that was cut off between the log and the items.
    if (state.purged.length > 0 && isSecret(state)) await clearItems(state);
    if (Object.keys(state.pendingNotices).length === 0) return;
    await dispatch(caseId);
    report.dispatched.push(caseId);
  };
};

/**
 * 巡检: makes good what a crash cut off, from the logs alone. Rebuilds heads that lag, starts executions that are gone,
 * restarts those that died, wakes those whose schedule is old or whose clock stopped, sends what was not handed over,
 * finishes items without their case, pushes 常规 items in groups, tells of refused ones, and of feeds that bring nothing. Asks again whoever owes his word, and for the holiday list of a
 * year; tells each case of one that has come. Puts back on the board what somebody took off it. Forgets the answers, pushes and stories that are kept no longer. Lays the flag of a special period over
 * the other cases, and opens the matter of 定期工作. Every part may be repeated.
 */
const createSweepCases = (dependencies: SweepDependencies) => {
  const { cases, items, answers, pushes, signs, stories, intake, now, onProblem } = dependencies;
  const { pushRoutine, tellRefused, watchFeeds, askForList, openStanding, lookAfterNumbers } = dependencies;
  const sweepCase = createSweepCase(dependencies);
  const proveSome = createProveSome(dependencies);

  /** One part, or one case, must not keep the others from being looked after. */
  const attemptsOf =
    (report: SweepReport) =>
    async <T>(what: string, run: () => Promise<T>): Promise<T | undefined> => {
      try {
        return await run();
      } catch (error) {
        report.failed += 1;
        onProblem(what, error);
        return undefined;
      }
    };

  /** What people are told of it afterwards (`GET /v1/status`). */
  const leaveSigns = async (begun: string, { cases: seenCases, ...report }: SweepReport, seen: Seen) => {
    for (let dead = 0; dead < seen.deadClocks; dead += 1) await signs.noteDeadClock(now());
    await signs.noteSweep({
      at: begun,
      milliseconds: Date.parse(now()) - Date.parse(begun),
      cases: seenCases,
      started: report.started.length,
      restarted: report.restarted.length,
      woken: report.woken.length,
      failed: report.failed,
      notTaken: seen.notTaken,
      calls: seen.calls,
    });
  };

  return async (): Promise<SweepReport> => {
    const begun = now();
    const report = emptyReport();
    const attempt = attemptsOf(report);
    const seen: Seen = {
      ...{ overlays: createOverlays(dependencies), levels: new Set() },
      ...{ deadClocks: 0, notTaken: 0, calls: 0 },
    };
    const settled = new Date(Date.parse(begun) - IN_HAND_MILLISECONDS).toISOString();
    await mapEach(await items.onBoard('pending', { upTo: settled }), async ({ feed, id }) => {
      await attempt(`${feed}/${id}`, async () => {
        await intake.finishPending(feed, id);
        report.finishedItems += 1;
      });
    });
    // What it puts back on the board is tended with the others.
    await attempt('numbers', () => lookAfterNumbers(attempt));
    const open = await cases.open();
    await mapEach(open, async (row) => {
      await attempt(row.caseId, () => sweepCase(row, seen, report));
    });
    report.overlaid = await seen.overlays.apply();
    const opened = await attempt('standing', () => openStanding(seen.levels));
    if (opened !== undefined) report.opened.push(opened);
    report.pushedItems = (await attempt('routine', () => pushRoutine(seen.overlays.isSpecial()))) ?? 0;
    report.toldRefused = (await attempt('refused items', tellRefused)) ?? 0;
    report.troubledFeeds = (await attempt('feeds', watchFeeds)) ?? 0;
    await attempt('holiday list', askForList);
    await attempt('answers', () => answers.forget(now(), FORGOTTEN_AT_ONCE));
    await attempt('pushes', () => pushes.forget(now(), FORGOTTEN_AT_ONCE));
    await attempt('stories', () => stories.tidy(now()));
    report.proved = (await attempt('proof', () => proveSome(open, attempt))) ?? 0;
    await attempt('signs', () => leaveSigns(begun, report, seen));
    return report;
  };
};

export const sweepCases = (
  parts: Omit<
    SweepDependencies,
    'pushRoutine' | 'tellRefused' | 'watchFeeds' | 'askForList' | 'openStanding' | 'lookAfterNumbers'
  > &
    PartsOf<typeof createPushRoutine> &
    PartsOf<typeof createTellRefused> &
    PartsOf<typeof createWatchFeeds> &
    PartsOf<typeof createAskForList> &
    PartsOf<typeof createOpenStanding> &
    PartsOf<typeof createLookAfterNumbers>,
) => {
  const sweep = createSweepCases({
    ...parts,
    pushRoutine: createPushRoutine(parts),
    tellRefused: createTellRefused(parts),
    watchFeeds: createWatchFeeds(parts),
    askForList: createAskForList(parts),
    openStanding: createOpenStanding(parts),
    lookAfterNumbers: createLookAfterNumbers(parts),
  });
  return middy<unknown, SweepReport>().handler(() => sweep());
};
