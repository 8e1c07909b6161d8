import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Watched } from './watched.ts';

export interface DashboardProps extends Watched {
  readonly alarms: readonly Alarm[];
}

const period = Duration.minutes(5);
const statistic = Stats.SUM;
const HALF = 12;

const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: HALF });

/** One page for whoever is on duty: the alarms first, then clocks, intake, texts, and the functions behind them. */
export class Dashboard extends CloudWatchDashboard {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    const { bureau, functions, workflows, tables, bridge, guard, alarms } = props;
    const api = props.api.http;
    super(scope, id, { dashboardName: `${bureau}-shixian`, defaultInterval: Duration.hours(12) });
    const clocks = (metric: 'metricStarted' | 'metricFailed') =>
      workflows.byLevel.map(({ level, machine }) =>
        machine[metric]({ period, statistic, label: level.name }),
      );
    const labelled = functions.all.map((each) => [each, each.node.id] as const);
    this.addWidgets(
      new TextWidget({ markdown: `# 时限系统 ${bureau}`, width: 24, height: 1 }),
      new AlarmStatusWidget({ title: '告警', alarms: [...alarms], width: 24 }),
    );
    this.addWidgets(
      graph('开始的流程', clocks('metricStarted')),
      graph('失败的流程', clocks('metricFailed')),
    );
    this.addWidgets(
      graph('接口请求', [
        api.metricCount({ period, statistic, label: '请求' }),
        api.metricClientError({ period, statistic, label: '4xx' }),
        api.metricServerError({ period, statistic, label: '5xx' }),
      ]),
      graph('接口延迟(毫秒,99%)', [api.metricLatency({ period, statistic: Stats.p(99) })]),
    );
    this.addWidgets(
      graph(
        '程序出错',
        labelled.map(([each, label]) => each.metricErrors({ period, statistic, label })),
      ),
      graph(
        '程序耗时(毫秒,99%)',
        labelled.map(([each, label]) => each.metricDuration({ period, statistic: Stats.p(99), label })),
      ),
    );
    this.addWidgets(
      graph('短信', [
        functions.get('notify-people').metricInvocations({ period, statistic, label: '发送' }),
        ...(bridge === undefined
          ? []
          : [
              functions.get('bridge-sms').metricInvocations({ period, statistic, label: '转交网关' }),
              bridge.deadLetters.metricApproximateNumberOfMessagesVisible({ period, label: '死信' }),
            ]),
      ]),
      graph('巡检与守护', [
        functions.get('sweep-cases').metricInvocations({ period, statistic, label: '巡检' }),
        functions.get('guard-clocks').metricInvocations({ period, statistic, label: '守护' }),
        guard.deadLetters.metricApproximateNumberOfMessagesVisible({ period, label: '守护死信' }),
      ]),
    );
    this.addWidgets(
      graph('数据表写入(单位)', [
        tables.records.metricConsumedWriteCapacityUnits({ period, statistic, label: '案卷表' }),
        tables.log.metricConsumedWriteCapacityUnits({ period, statistic, label: '案卷日志表' }),
      ]),
      graph('数据表读取(单位)', [
        tables.records.metricConsumedReadCapacityUnits({ period, statistic, label: '案卷表' }),
        tables.log.metricConsumedReadCapacityUnits({ period, statistic, label: '案卷日志表' }),
      ]),
    );
  }
}
