import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { Functions } from './functions/functions.ts';

/**
 * 巡检: every five minutes the sweep finds what was cut off and starts clocks that are gone. Every minute the texts that waited
 * (for the minute, the morning, the digest) go out.
 */
export class SweepSchedule extends Construct {
  constructor(scope: Construct, id: string, functions: Functions) {
    super(scope, id);
    // EventBridge only hands the event to Lambda, which would try a failed sweep again beside the next one.
    functions.get('sweep-cases').configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(5) });
    new Rule(this, 'Rule', {
      description: '每五分钟巡检一次案卷',
      schedule: Schedule.rate(Duration.minutes(5)),
      // A sweep that is late is replaced by the next one.
      targets: [
        new LambdaFunction(functions.get('sweep-cases'), {
          retryAttempts: 0,
          maxEventAge: Duration.minutes(5),
        }),
      ],
    });
    new Rule(this, 'TextsRule', {
      description: '每分钟发出到时的短信',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [
        new LambdaFunction(functions.get('notify-people'), {
          // As a function without a case is called: whatever may be sent by now.
          event: RuleTargetInput.fromObject({}),
          retryAttempts: 0,
          maxEventAge: Duration.minutes(1),
        }),
      ],
    });
  }
}
