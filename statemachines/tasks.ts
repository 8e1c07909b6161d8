import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { JsonPath, TaskInput, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke, type LambdaInvokeProps } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { RETRY_ALL, TASK_TIMEOUT } from './retries.ts';

/** The functions that a level's machine calls. */
export interface WorkflowFunctions {
  readonly schedule: IFunction;
  readonly watch: IFunction;
  readonly enforce: IFunction;
  readonly archive: IFunction;
  readonly transfer: IFunction;
  readonly fault: IFunction;
}

export interface TaskOptions extends Pick<LambdaInvokeProps, 'outputPath' | 'resultPath' | 'resultSelector'> {
  readonly comment: string;
  readonly call: IFunction;
  readonly payload: Record<string, unknown>;
}

/** A call of a function with explicit time-out and retries. Its result is dropped unless a path says where it goes. */
export const createTask = (scope: Construct, name: string, settings: TaskOptions): LambdaInvoke => {
  const { call, payload, comment, outputPath, resultSelector } = settings;
  const resultPath = settings.resultPath ?? (outputPath === undefined ? JsonPath.DISCARD : undefined);
  const task = new LambdaInvoke(scope, name, {
    comment,
    lambdaFunction: call,
    payload: TaskInput.fromObject(payload),
    taskTimeout: Timeout.duration(TASK_TIMEOUT),
    // The retries below are the only ones.
    retryOnServiceExceptions: false,
    outputPath,
    resultPath,
    resultSelector,
  });
  task.addRetry(RETRY_ALL);
  return task;
};
