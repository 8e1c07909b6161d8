import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, JsonPath, Pass, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { Clock } from '../shared/contracts/workflow.ts';
import { citing } from './comments.ts';
import type { ClockStateNames } from './state-names.ts';
import { createTask } from './tasks.ts';

/** What sets one branch with a clock apart from the others. */
interface ClockBranch {
  readonly title: string;
  readonly names: ClockStateNames;
  /** What is done about what is overdue. */
  readonly chase: string;
  readonly cite: readonly string[];
  /** The comment of a state that waits, from its sentence. */
  readonly comment: (sentence: string) => string;
  /** The sentences of its first state, of the wait for the limit, and of its end. */
  readonly taking: string;
  readonly waitForDue: string;
  readonly nothing: string;
  /** Where the schedule has the branch's first clock. */
  readonly clockPath: string;
  /** What the branch carries beside its clock, as its first state takes it. */
  readonly carried: Record<string, unknown>;
  /** The same as its tasks hand it on to `enforce`. */
  readonly payload: Record<string, unknown>;
  readonly enforce: IFunction;
}

/** The function's answer, field by field: the whole result has the invocation's metadata around it. */
const CLOCK_OF_RESULT = Object.fromEntries(
  Object.keys(Clock.shape).map((field) => [field, JsonPath.stringAt(`$.Payload.${field}`)]),
);
/** What every branch takes from the schedule and hands on. */
const SHARED = {
  contract: JsonPath.numberAt('$.contract'),
  caseId: JsonPath.stringAt('$.caseId'),
  generation: JsonPath.numberAt('$.generation'),
};

/**
 * A clock: wait for the instant that the schedule gave, let `enforce` do what is due, take the next clock, again and again
 * until nothing is left to wait for or the schedule changes (办法第三十三条: 提醒、到期核查、督办).
 */
export const createClockBranch = (scope: Construct, branch: ClockBranch): Pass => {
  const { title, names, cite } = branch;
  const about = (sentence: string): string => `${title}:${sentence}`;

  const stage = new Choice(scope, names.stage, { comment: citing(about('看下一时点属于哪一阶段'), cite) });
  const step = (waitName: string, taskName: string, waiting: string, doing: string): Wait => {
    const wait = new Wait(scope, waitName, {
      comment: branch.comment(about(waiting)),
      time: WaitTime.timestampPath('$.clock.at'),
    });
    const task = createTask(scope, taskName, {
      comment: citing(about(doing), cite),
      call: branch.enforce,
      payload: { ...SHARED, ...branch.payload, clock: JsonPath.objectAt('$.clock') },
      resultSelector: CLOCK_OF_RESULT,
      resultPath: '$.clock',
    });
    wait.next(task).next(stage);
    return wait;
  };
  const is = (value: Clock['stage']): Condition => Condition.stringEquals('$.clock.stage', value);

  stage
    .when(is('remind'), step(names.waitToRemind, names.remind, '等到提醒时点', '重读案卷日志,仍未办结即提醒'))
    .when(is('due'), step(names.waitForDue, names.checkDue, branch.waitForDue, '重读案卷日志,核查是否已办结'))
    .when(
      is('overdue'),
      step(
        names.waitOverdue,
        names.chaseOverdue,
        `等到下一次${branch.chase}时点`,
        `重读案卷日志,仍未办结即${branch.chase}并逐级上报`,
      ),
    )
    .otherwise(new Succeed(scope, names.nothing, { comment: citing(about(branch.nothing), cite) }));

  return new Pass(scope, names.take, {
    comment: citing(about(branch.taking), cite),
    parameters: { ...SHARED, ...branch.carried, clock: JsonPath.objectAt(branch.clockPath) },
  }).next(stage).startState as Pass;
};
