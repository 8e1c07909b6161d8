import type { ClocksReply, ExecutionReply } from '../../../shared/contracts/replies/clocks.ts';
import type { DutyReply } from '../../../shared/contracts/replies/duty.ts';
import { momentOf } from '../wall-clock.ts';

type Active = ExecutionReply['active'][number];
type Stage = NonNullable<Active['stage']>;

/** One step of a lane. */
export interface Step {
  name: string;
  state: 'past' | 'here' | 'ahead';
}
/** Where the clock of one duty, or of the case as a whole, stands. */
export interface Lane {
  key: string;
  name: string;
  text: string;
  /** What the log asks otherwise; null: nothing. */
  differs: string | null;
  isLate: boolean;
  steps: Step[];
}

const STAGES: readonly (readonly [Stage, string])[] = [
  ['remind', '提醒'],
  ['due', '时限'],
  ['overdue', '逾期'],
];
const DONE = '办结';
/** The step of what is owed at once, which is never late. */
export const URGED = '催办';

const stepsAt = (names: readonly string[], here: number): Step[] =>
  names.map((name, index) => ({ name, state: index < here ? 'past' : index === here ? 'here' : 'ahead' }));

/** 立即 has no limit to reach: it is urged until it is done. */
const stepsOf = (stage: Stage | null, isImmediate: boolean): Step[] =>
  isImmediate
    ? stepsAt([URGED, DONE], 0)
    : stepsAt(
        [...STAGES.map(([, name]) => name), DONE],
        STAGES.findIndex(([each]) => each === stage),
      );

const waitText = ({ until, type, stage }: Active, isImmediate: boolean, now: number): string => {
  if (until === null) return type === 'Task' ? '正在办理' : '等待中';
  const when = momentOf(until, now);
  if (isImmediate) return `下次催办${when}`;
  const what = STAGES.find(([each]) => each === stage)?.[1] ?? '';
  return what === '时限' ? `等到${momentOf(until, now, true)}` : `等到${when}${what}`;
};

const laneOf = (active: Active, duties: readonly DutyReply[], now: number): Lane => {
  const { duty, state, stage, stageText, differsText, differs } = active;
  const isImmediate = duties.find((each) => each.duty === duty?.id)?.limitKind === 'immediate';
  if (duty === null)
    return {
      key: state,
      name: state,
      text: active.until === null ? '有人办理即重新排期' : waitText(active, false, now),
      differs: differsText,
      isLate: differs === 'later',
      steps: [{ name: stageText ?? state, state: 'here' }],
    };
  return {
    key: state,
    name: duty.name,
    text: waitText(active, isImmediate, now),
    differs: differsText,
    isLate: differs === 'later',
    steps: stepsOf(stage, isImmediate),
  };
};

/** The execution that runs, if any does. */
export const runningIn = ({ executions }: Pick<ClocksReply, 'executions'>): ExecutionReply | undefined =>
  executions.find(({ status }) => status === 'RUNNING');

/** A lane for each state that the execution is in: those that end first come first. */
export const lanesOf = (
  execution: Pick<ExecutionReply, 'active'>,
  duties: readonly DutyReply[],
  now: number,
): Lane[] =>
  [...execution.active]
    // A Parallel is in hand as long as its branches are, and says nothing of its own.
    .filter(({ type }) => type !== 'Parallel')
    .sort((one, other) => (one.until ?? '9').localeCompare(other.until ?? '9'))
    .map((active) => laneOf(active, duties, now));
