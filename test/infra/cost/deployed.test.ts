import { expect, it } from 'vitest';
import { readDeployed } from '../../../infra/cost/sheet/deployed.ts';

const lambda = (name: string, MemorySize: number) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { FunctionName: `leizhou-${name}`, MemorySize },
});
const rule = (schedule: string, target: string) => ({
  Type: 'AWS::Events::Rule',
  Properties: { ScheduleExpression: schedule, Targets: [{ Arn: { 'Fn::GetAtt': [target, 'Arn'] } }] },
});
const resources = {
  Sweep: lambda('sweep-cases', 512),
  Desk: lambda('serve-desk', 1024),
  Helper: { Type: 'AWS::Lambda::Function', Properties: { Handler: 'x' } },
  Daily: rule('rate(1 day)', 'Desk'),
  Often: rule('rate(5 minutes)', 'Sweep'),
  Notify: lambda('notify-people', 512),
  Minutely: rule('rate(1 minute)', 'Notify'),
  Secret: { Type: 'AWS::SecretsManager::Secret' },
  Plain: { Type: 'AWS::CloudWatch::Alarm', Properties: { MetricName: 'Errors' } },
  Compound: {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: { Metrics: [{ Expression: 'a+b' }, { MetricStat: {} }, { MetricStat: {} }] },
  },
  Panel: { Type: 'AWS::CloudWatch::Dashboard' },
};

it('reads the sweeps’ rate, the functions’ memory and what stands there all month', () => {
  expect(readDeployed(resources)).toEqual({
    sweepMinutes: 5,
    textMinutes: 1,
    megabytes: { 'serve-desk': 1024, 'notify-people': 512, 'sweep-cases': 512 },
    standing: { secretMonth: 1, alarmMonth: 3, dashboardMonth: 1, keyMonth: 0 },
  });
});

it('says when there are no sweeps', () => {
  const { Often: _, ...others } = resources;
  expect(() => readDeployed(others)).toThrow('没有找到巡检的定时规则');
});
