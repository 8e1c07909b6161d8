import { Fail, type IChainable, JsonPath, Succeed, type TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { citing } from './comments.ts';
import { createTask, type TaskOptions, type WorkflowFunctions } from './tasks.ts';

/** Where a Catch puts what went wrong; 时钟故障 reads it from there. */
export const FAULT_PATH = '$.fault';

export interface Endings {
  /** Another level has the case. */
  readonly transfer: LambdaInvoke;
  /** The history fills up. */
  readonly renew: LambdaInvoke;
  /** 结报. */
  readonly archive: LambdaInvoke;
  /** The clocks are dead: recorded, the operators told, and the execution FAILED. */
  readonly fault: LambdaInvoke;
}

/** The four ways in which an execution ends. */
export const createEndings = (
  scope: Construct,
  functions: WorkflowFunctions,
  cite: readonly string[],
): Endings => {
  const caseId = JsonPath.stringAt('$.caseId');
  const generation = JsonPath.numberAt('$.generation');

  const dead = new Fail(scope, '时钟故障终止', {
    error: 'ClockFault',
    cause: '时钟故障,已记录并通知运维',
    comment: citing('时钟已停,由巡检重新启动', cite),
  });
  const fault = createTask(scope, '时钟故障', {
    comment: citing('记录时钟故障并通知运维人员', cite),
    call: functions.fault,
    payload: {
      caseId,
      execution: JsonPath.executionId,
      error: JsonPath.stringAt(`${FAULT_PATH}.Error`),
      cause: JsonPath.stringAt(`${FAULT_PATH}.Cause`),
    },
  });
  fault.next(dead);
  fault.addCatch(dead, { resultPath: FAULT_PATH });

  const finish = (name: string, settings: TaskOptions, doneName: string, done: string): LambdaInvoke => {
    const task = createTask(scope, name, settings);
    task.next(new Succeed(scope, doneName, { comment: citing(done, cite) }));
    catchFault(task, fault);
    return task;
  };
  const { transfer, archive } = functions;
  const move = (reason: string) => ({ call: transfer, payload: { caseId, generation, reason } });
  return {
    fault,
    transfer: finish(
      '移交新级别',
      { ...move('level'), comment: citing('启动新级别的流程,时限不因调级而延后', cite) },
      '已移交',
      '新级别的流程已接手',
    ),
    renew: finish(
      '续转新执行',
      { ...move('history'), comment: citing('执行历史将满,由同级别的新执行接续', cite) },
      '已续转',
      '新执行已接手',
    ),
    archive: finish(
      '结报归档',
      { call: archive, payload: { caseId }, comment: citing('案卷结报,归档', cite) },
      '已结报',
      '案卷已归档',
    ),
  };
};

/** Sends every error of a task to 时钟故障. */
export const catchFault = (task: TaskStateBase, fault: IChainable): void => {
  task.addCatch(fault, { resultPath: FAULT_PATH });
};
