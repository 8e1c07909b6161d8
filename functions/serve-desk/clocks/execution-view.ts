import type { CaseState } from '../../../shared/case/state.ts';
import type { ExecutionReply } from '../../../shared/contracts/replies/clocks.ts';
import type { Clock } from '../../../shared/contracts/workflow.ts';
import type { Schedule } from '../../../shared/deadlines/schedule.ts';
import { dutyOf } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { momentInChinese } from '../../../shared/time/instants.ts';
import { type ExecutionInput, executionName } from '../../../shared/workflows/executions.ts';
import {
  type ActiveState,
  EVENTS_IN_CHINESE,
  type Execution,
  type ExecutionEvent,
  type History,
  STATUS_IN_CHINESE,
} from '../../../shared/workflows/looking.ts';
import { clockOfBranch, earliestClock, waitingOutside } from '../../clock-of.ts';
import { createReplyParts } from '../../reply-parts.ts';
import { stageText } from '../views/duty.ts';
import { type Branch, branchOf } from './branch.ts';

/** What was seen of an execution; undefined: nobody knows of it. */
export interface SeenExecution extends History {
  input: ExecutionInput;
  execution: Execution | undefined;
}

const scheduledFor = (schedule: Schedule, { duty, branches }: Branch): Clock =>
  duty === undefined ? earliestClock(waitingOutside(branches, schedule)) : clockOfBranch(duty, schedule);

type Active = ExecutionReply['active'][number];
const differenceOf = (until: string, { stage, at }: Clock): Active['differs'] => {
  if (stage === 'none') return 'notNeeded';
  if (at === until) return null;
  return until < at ? 'earlier' : 'later';
};
const differenceText = ({ zone }: Regulation, differs: Active['differs'], { at }: Clock): string | null => {
  if (differs === null) return null;
  if (differs === 'notNeeded') return '已不须等待,到时核对案卷后即止';
  const due = momentInChinese(at, zone);
  return differs === 'earlier' ? `现排在${due},到时核对案卷后顺延` : `应在${due}唤醒,时钟晚了`;
};

/** Of a state that keeps no clock. */
const OF_NO_DUTY = {
  ...{ until: null, duty: null, stage: null, stageText: null, scheduled: null },
  ...{ differs: null, differsText: null },
};

const activeView = (regulation: Regulation, schedule: Schedule, active: ActiveState): Active => {
  const { time, timeOrNull } = createReplyParts(regulation);
  const { state, type, since } = active;
  const branch = branchOf(active);
  const shown = { state, type, since: time(since) };
  if (branch === undefined || branch.clock.stage === 'none') return { ...shown, ...OF_NO_DUTY };
  const { duty, clock } = branch;
  const { stage } = branch.clock;
  const scheduled = scheduledFor(schedule, branch);
  const differs = type === 'Wait' ? differenceOf(clock.at, scheduled) : null;
  return {
    ...shown,
    until: type === 'Wait' ? time(clock.at) : null,
    duty: duty === undefined ? null : { id: duty, name: dutyOf(regulation, duty).name },
    stage,
    stageText: stageText(regulation, stage),
    scheduled: scheduled.stage === 'none' ? null : timeOrNull(scheduled.at),
    differs,
    differsText: differenceText(regulation, differs, scheduled),
  };
};

/** Step Functions' words in ours: what happened to which state. */
const eventView = (
  regulation: Regulation,
  { id, at, type, state, error }: ExecutionEvent,
): ExecutionReply['events'][number] => {
  const words = EVENTS_IN_CHINESE[type] ?? type;
  const text = state === null ? words : `${words}:${state}`;
  return { id, at: createReplyParts(regulation).time(at), type, state, text, error };
};

/** An execution that ended by itself handed the case on, or was not needed any more. */
const statusText = (
  state: CaseState,
  { input, execution }: SeenExecution,
  next: SeenExecution | undefined,
): string => {
  const status = execution?.status ?? 'NONE';
  if (status !== 'SUCCEEDED') return STATUS_IN_CHINESE[status] ?? status;
  if (next !== undefined) return next.input.level === input.level ? '已续转' : '已移交新级别';
  return input.generation < state.generation ? '已移交新级别' : '已结报';
};

/** An execution as the API shows it; `next`: the one that came after it. */
export const executionView = (
  regulation: Regulation,
  { state, schedule }: { state: CaseState; schedule: Schedule },
  seen: SeenExecution,
  next: SeenExecution | undefined,
): ExecutionReply => {
  const { level, timeOrNull } = createReplyParts(regulation);
  const { input, execution, active, events } = seen;
  return {
    name: executionName(input),
    generation: input.generation,
    level: level(input.level),
    status: execution?.status ?? 'NONE',
    statusText: statusText(state, seen, next),
    startedAt: timeOrNull(execution?.startedAt),
    stoppedAt: timeOrNull(execution?.stoppedAt),
    error: execution?.error ?? null,
    console: execution?.page ?? null,
    active: active.map((each) => activeView(regulation, schedule, each)),
    events: events.map((each) => eventView(regulation, each)),
  };
};
