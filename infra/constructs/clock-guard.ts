import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Functions } from './functions/functions.ts';
import type { LevelWorkflows } from './level-workflows.ts';

export interface ClockGuardProps {
  readonly bureau: string;
  readonly workflows: LevelWorkflows;
  readonly functions: Functions;
}

/**
 * 时钟守护: hears of every execution that ended otherwise than by itself and lets the guard restart its clock. An event that
 * reached no guard lies in the queue, which alarms; the sweep restarts the clock all the same.
 */
export class ClockGuard extends Construct {
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { bureau, workflows, functions }: ClockGuardProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      queueName: `${bureau}-guard-dead-letters`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    // What EventBridge could not hand to Lambda, and what Lambda could not run, end in the same queue.
    functions.get('guard-clocks').configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      onFailure: new SqsDestination(this.deadLetters),
    });
    new Rule(this, 'Rule', {
      description: '流程异常结束时重启时钟',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: workflows.byLevel.map(({ machine }) => machine.stateMachineArn),
        },
      },
      targets: [
        new LambdaFunction(functions.get('guard-clocks'), {
          retryAttempts: 4,
          maxEventAge: Duration.hours(1),
          deadLetterQueue: this.deadLetters,
        }),
      ],
    });
  }
}
