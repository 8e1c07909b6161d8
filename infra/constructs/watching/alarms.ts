import { Aws, Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Functions } from '../functions/functions.ts';
import { alarmList } from './alarm-list.ts';
import type { Watched } from './watched.ts';

export interface AlarmsProps extends Watched {
  readonly email: string;
}

/** The alarms, each of which says who is hurt, and the mail that they go to. */
export class Alarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, { email, ...watched }: AlarmsProps) {
    super(scope, id);
    const { bureau } = watched;
    const action = new SnsAction(this.#createTopic(bureau, email));
    const problems = this.#createProblems(bureau, watched.functions);
    const troubledFeeds = this.#createTroubledFeeds(bureau, watched.functions);
    this.alarms = alarmList(watched, { problems, troubledFeeds }).map(
      ({ name, impact, metric, threshold, below, periods = 1, missing }) => {
        const alarm = new Alarm(this, name, {
          alarmName: `${bureau}-${name}`,
          alarmDescription: impact,
          metric,
          threshold,
          comparisonOperator: below
            ? ComparisonOperator.LESS_THAN_THRESHOLD
            : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
          evaluationPeriods: periods,
          datapointsToAlarm: periods,
          treatMissingData: missing ?? TreatMissingData.NOT_BREACHING,
        });
        alarm.addAlarmAction(action);
        alarm.addOkAction(action);
        return alarm;
      },
    );
  }

  #createTopic(bureau: string, email: string): Topic {
    const topic = new Topic(this, 'Topic', {
      topicName: `${bureau}-alarms`,
      displayName: 'Shixian alarms',
      enforceSSL: true,
    });
    // The policy that enforces TLS takes the place of the default one, which let the account's alarms in.
    topic.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sns:Publish'],
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    topic.addSubscription(new EmailSubscription(email));
    return topic;
  }

  /** Counts what the functions log as problems (functions/log-problem.ts), and not each error that is tried again. */
  #createProblems(bureau: string, functions: Functions): Metric {
    const named = { namespace: `Shixian/${bureau}`, metricName: 'Problems' };
    functions.all.forEach((each) => {
      new MetricFilter(this, `${each.node.id}-problems`, {
        logGroup: each.logGroup,
        filterPattern: FilterPattern.exists('$.message.problem'),
        metricNamespace: named.namespace,
        metricName: named.metricName,
        metricValue: '1',
      });
    });
    return new Metric({ ...named, period: Duration.minutes(5), statistic: Stats.SUM });
  }

  /** With how many feeds the last sweep has found something wrong (functions/log-figure.ts). */
  #createTroubledFeeds(bureau: string, functions: Functions): Metric {
    const named = { namespace: `Shixian/${bureau}`, metricName: 'TroubledFeeds' };
    const { logGroup } = functions.get('sweep-cases');
    new MetricFilter(this, 'troubled-feeds', {
      logGroup,
      filterPattern: FilterPattern.exists('$.message.troubledFeeds'),
      metricNamespace: named.namespace,
      metricName: named.metricName,
      metricValue: '$.message.troubledFeeds',
    });
    return new Metric({ ...named, period: Duration.minutes(5), statistic: Stats.MAXIMUM });
  }
}
