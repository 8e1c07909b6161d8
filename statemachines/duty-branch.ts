import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, JsonPath, Pass, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { Clock } from '../shared/contracts/workflow.ts';
import type { ClockedDuty } from '../shared/deadlines/clocks.ts';
import { inChinese } from '../shared/deadlines/instants.ts';
import type { Regulation } from '../shared/regulations/schema.ts';
import { citing, quoting } from './comments.ts';
import { dutyStateNames, dutyTitle } from './state-names.ts';
import { createTask } from './tasks.ts';

/** The function's answer, field by field: the whole result has the invocation's metadata around it. */
const CLOCK_OF_RESULT = Object.fromEntries(
  Object.keys(Clock.shape).map((field) => [field, JsonPath.stringAt(`$.Payload.${field}`)]),
);

const ENFORCE_INPUT = {
  caseId: JsonPath.stringAt('$.caseId'),
  generation: JsonPath.numberAt('$.generation'),
  duty: JsonPath.stringAt('$.duty'),
  clock: JsonPath.objectAt('$.clock'),
};

/** 立即 and 及时 carry no number, and none may be read into them. */
const dueSentence = ({ term: { limit } }: ClockedDuty): string => {
  if (limit.kind === 'within') return `等到时限届满(${inChinese(limit.within)}内)`;
  if (limit.kind === 'every') return `等到本期时限届满(每${inChinese(limit.every)}一次)`;
  return `办法规定“${limit.word}”,无具体时限,${limit.kind === 'immediate' ? '一经起算即核查' : '按办公室内部目标核查'}`;
};

/**
 * One duty's clock: wait for the instant that the plan gave, let `enforce` do what is due, take its next clock, again
 * and again until nothing is left to wait for or the plan changes (办法第三十三条: 提醒、到期核查、督办).
 */
export const createDutyBranch = (
  scope: Construct,
  regulation: Regulation,
  clocked: ClockedDuty,
  enforce: IFunction,
): Pass => {
  const { cite } = clocked.term;
  const title = dutyTitle(clocked);
  const names = dutyStateNames(regulation, clocked);

  const stage = new Choice(scope, names.stage, { comment: citing(`${title}:看下一时点属于哪一阶段`, cite) });
  const step = (waitName: string, taskName: string, waiting: string, doing: string): Wait => {
    const wait = new Wait(scope, waitName, {
      comment: quoting(regulation, `${title}:${waiting}`, cite),
      time: WaitTime.timestampPath('$.clock.at'),
    });
    const task = createTask(scope, taskName, {
      comment: citing(`${title}:${doing}`, cite),
      call: enforce,
      payload: ENFORCE_INPUT,
      resultSelector: CLOCK_OF_RESULT,
      resultPath: '$.clock',
    });
    wait.next(task).next(stage);
    return wait;
  };
  const is = (value: Clock['stage']): Condition => Condition.stringEquals('$.clock.stage', value);

  stage
    .when(is('remind'), step(names.waitToRemind, names.remind, '等到提醒时点', '重读案卷日志,仍未办结即提醒'))
    .when(
      is('due'),
      step(names.waitForDue, names.checkDue, dueSentence(clocked), '重读案卷日志,核查是否已办结'),
    )
    .when(
      is('overdue'),
      step(
        names.waitOverdue,
        names.chaseOverdue,
        '等到下一次督办时点',
        '重读案卷日志,仍未办结即督办并逐级上报',
      ),
    )
    .otherwise(
      new Succeed(scope, names.nothing, {
        comment: citing(`${title}:已办结、尚未起算或无须计时`, cite),
      }),
    );

  return new Pass(scope, names.take, {
    comment: citing(`${title}:从排期中取本职责的时点`, cite),
    parameters: {
      caseId: JsonPath.stringAt('$.caseId'),
      generation: JsonPath.numberAt('$.generation'),
      duty: clocked.duty.id,
      clock: JsonPath.objectAt(`$.duties.${clocked.duty.id}`),
    },
  }).next(stage).startState as Pass;
};
