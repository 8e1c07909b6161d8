import { describe, expect, it } from 'vitest';
import { clockedLevels } from '../../shared/regulations/lookup.ts';
import { leizhou } from '../support/bureaus.ts';
import { DEPLOYMENTS, synthesize } from './templates.ts';

const china = synthesize(DEPLOYMENTS['aws-cn, IAM, bridge']);
const LEVELS = clockedLevels(leizhou).map(({ id }) => id);

describe('the alarms', () => {
  const alarms = Object.values(china.findResources('AWS::CloudWatch::Alarm')).map(
    ({ Properties }) => Properties,
  );

  it('each say in Chinese who is hurt and what to do, and go to the contact', () => {
    expect(alarms.length).toBeGreaterThan(20);
    for (const { AlarmName, AlarmDescription, AlarmActions } of alarms) {
      expect(AlarmName).toMatch(/^leizhou-[A-Za-z-]+$/);
      expect(AlarmDescription, AlarmName).toMatch(/^[\u4e00-\u9fff].*[;,].*请.*。$/u);
      expect(AlarmActions).toHaveLength(1);
    }
    china.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operator@example.invalid',
    });
  });

  it('stand on their own: one for each way in which a clock dies, at each level', () => {
    const names = alarms.map(({ AlarmName }) => AlarmName);
    for (const level of LEVELS)
      for (const way of ['failed', 'timed-out', 'aborted'])
        expect(names).toContain(`leizhou-clock-${way}-${level}`);
  });

  it('hear of a sweep that is silent', () => {
    china.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'leizhou-sweep-silent',
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
      EvaluationPeriods: 3,
      Period: 300,
    });
  });

  it('hear of a feed that brings nothing, by what the sweep writes into its log', () => {
    const metric = { MetricName: 'TroubledFeeds', Namespace: 'Shixian/leizhou' };
    china.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...metric,
      AlarmName: 'leizhou-feeds-troubled',
      Threshold: 1,
      Statistic: 'Maximum',
      TreatMissingData: 'notBreaching',
    });
    china.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: '{ $.message.troubledFeeds = "*" }',
      MetricTransformations: [
        {
          MetricNamespace: metric.Namespace,
          MetricName: metric.MetricName,
          MetricValue: '$.message.troubledFeeds',
        },
      ],
    });
  });

  it('may be published by CloudWatch, though the topic takes TLS alone', () => {
    const policies = Object.values(china.findResources('AWS::SNS::TopicPolicy'));
    const [statements] = policies
      .map(({ Properties }) => JSON.stringify(Properties.PolicyDocument.Statement))
      .filter((text) => text.includes('cloudwatch'));
    expect(statements).toContain('aws:SecureTransport');
    expect(statements).toContain('aws:SourceAccount');
  });
});
