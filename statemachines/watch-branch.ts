import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  Errors,
  Fail,
  IntegrationPattern,
  JsonPath,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { Change } from '../shared/contracts/workflow.ts';
import { citing } from './comments.ts';
import { RETRY_FAILURES, WATCH_TIMEOUT } from './retries.ts';

/**
 * Waits until somebody says that the case's log has moved on, then ends the Parallel with an error named after the
 * change: that is what stops the clocks of the old schedule.
 */
export const createWatchBranch = (
  scope: Construct,
  watch: IFunction,
  cite: readonly string[],
): LambdaInvoke => {
  const end = (name: string, error: Change, cause: string): Fail =>
    new Fail(scope, name, { error, cause, comment: citing(cause, cite) });
  const changed = end('案卷已变更', 'CaseChanged', '案卷日志有新记录,停止各时钟,重新排期');
  const levelChanged = end('级别已变更', 'LevelChanged', '警示级别已调整,停止各时钟,移交新级别');
  const concluded = end('案卷已结报', 'CaseConcluded', '案卷已结报,停止各时钟,归档');
  const is = (change: Change): Condition => Condition.stringEquals('$.signal.change', change);

  const wait = new LambdaInvoke(scope, '等待案卷变更', {
    comment: citing('登记回调凭证并等待;一日内无变更也重新排期一次', cite),
    lambdaFunction: watch,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({
      caseId: JsonPath.stringAt('$.caseId'),
      generation: JsonPath.numberAt('$.generation'),
      version: JsonPath.numberAt('$.version'),
      token: JsonPath.taskToken,
    }),
    taskTimeout: Timeout.duration(WATCH_TIMEOUT),
    retryOnServiceExceptions: false,
    resultPath: '$.signal',
  });
  wait.addRetry(RETRY_FAILURES);
  wait.addCatch(changed, { errors: [Errors.TIMEOUT], resultPath: '$.signal' });
  wait.next(
    new Choice(scope, '案卷变更类型', { comment: citing('按变更类型决定后续', cite) })
      .when(is('LevelChanged'), levelChanged)
      .when(is('CaseConcluded'), concluded)
      // Whatever else the signal says, scheduling again from the log is right.
      .otherwise(changed),
  );
  return wait;
};
