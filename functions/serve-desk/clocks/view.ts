import type { CaseState } from '../../../shared/case/state.ts';
import type { ClocksReply, ExecutionReply } from '../../../shared/contracts/replies/clocks.ts';
import { type Schedule, scheduleCase } from '../../../shared/deadlines/schedule.ts';
import { changeSince, hasClockStopped } from '../../../shared/office/clocks.ts';
import type { Watch } from '../../../shared/records/watches.ts';
import { dutyOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { createReplyParts } from '../../reply-parts.ts';
import { stageText } from '../views/duty.ts';
import { branchOf } from './branch.ts';
import { executionView, type SeenExecution } from './execution-view.ts';

interface Seen {
  /** Oldest first. */
  executions: readonly SeenExecution[];
  watch: Watch | undefined;
  isOwed: boolean;
  now: string;
}

const TEXTS: Readonly<Record<ClocksReply['state'], string>> = {
  running: '时钟运行中',
  behind: '时钟还没有按案卷日志的最新内容排期;不能自行跟上的,由巡检唤醒',
  stalled: '到时已过五分钟而时钟没有动作,由巡检唤醒',
  stopped: '时钟已停,由巡检重新启动',
  notOwed: '本案卷现在不需要计时',
};

/** What the schedule waits for and no state of this execution: of a duty its branch, of others the branch for them all. */
const unattended = (
  regulation: Regulation,
  { duties }: Schedule,
  current: SeenExecution | undefined,
): ClocksReply['unattended'] => {
  const { time } = createReplyParts(regulation);
  const branches = (current?.active ?? []).flatMap((each) => branchOf(each) ?? []);
  const isAttended = (duty: string): boolean =>
    branches.some((each) => (each.duty === undefined ? !each.branches.includes(duty) : each.duty === duty));
  return duties.flatMap(({ duty, next }) =>
    next === null || isAttended(duty)
      ? []
      : [
          {
            duty: { id: duty, name: dutyOf(regulation, duty).name },
            at: time(next.at),
            stageText: stageText(regulation, next.stage),
          },
        ],
  );
};

/** Whether an execution that runs waits for all that the log asks for. */
const isAbreast = (
  state: CaseState,
  watch: Watch | undefined,
  { active }: ExecutionReply,
  left: ClocksReply['unattended'],
): boolean =>
  watch !== undefined &&
  changeSince(state, watch) === null &&
  left.length === 0 &&
  active.every(({ differs }) => differs !== 'later');

const stateOf = (
  state: CaseState,
  { watch, isOwed, now }: Seen,
  current: ExecutionReply | undefined,
  left: ClocksReply['unattended'],
): ClocksReply['state'] => {
  if (!isOwed) return 'notOwed';
  if (current?.status !== 'RUNNING') return 'stopped';
  if (hasClockStopped(state, now)) return 'stalled';
  return isAbreast(state, watch, current, left) ? 'running' : 'behind';
};

/** The clocks of a case as the API shows them; `regulation`: the one that the case was opened under. */
export const clocksView = (regulation: Regulation, state: CaseState, seen: Seen): ClocksReply => {
  const { executions, watch, isOwed } = seen;
  const schedule = scheduleCase(regulation, state);
  const current = executions.find(({ input }) => input.generation === state.generation);
  const shown = executions.map((each, index) =>
    executionView(regulation, { state, schedule }, each, executions[index + 1]),
  );
  const left = isOwed ? unattended(regulation, schedule, current) : [];
  const now = shown.find(({ generation }) => generation === state.generation);
  const clock = stateOf(state, seen, now, left);
  return {
    case: state.caseId,
    version: state.version,
    state: clock,
    stateText: TEXTS[clock],
    watch:
      watch === undefined
        ? null
        : {
            generation: watch.generation,
            version: watch.version,
            registeredAt: createReplyParts(regulation).time(watch.registeredAt),
            current: changeSince(state, watch) === null,
          },
    executions: shown,
    unattended: left,
  };
};
