import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import { CLOCK_FUNCTIONS, FUNCTIONS, type FunctionName } from '../../settings/function-names.ts';
import type { SmsBridge } from '../sms-bridge.ts';
import type { Watched } from './watched.ts';

export interface AlarmOptions {
  /** ASCII; the alarm's name is `<bureau>-<name>`. */
  readonly name: string;
  /** Who is hurt while this alarm stands, and what is to be done: one sentence each, for the office. */
  readonly impact: string;
  readonly metric: IMetric;
  /** At or above this the alarm stands; `below` turns that round. */
  readonly threshold: number;
  readonly below?: boolean;
  /** Of how many periods how many must be bad; one of one unless told. */
  readonly periods?: number;
  readonly missing?: TreatMissingData;
}

const period = Duration.minutes(5);
const COUNTED = { period, statistic: Stats.SUM };
const errorsOf = ({ functions }: Watched, name: FunctionName): IMetric =>
  functions.get(name).metricErrors(COUNTED);

/** A level's clocks that ended otherwise than by themselves, and what keeps them going. */
const clockAlarms = (watched: Watched): AlarmOptions[] => [
  ...watched.workflows.byLevel.flatMap(({ level, machine }) => {
    const about = `${level.name}(${level.short})案卷的流程`;
    const restarts =
      '该案卷的提醒和督办可能中断;系统会自动重启,请在十分钟后核对流程已恢复,未恢复的请人工盯办。';
    return [
      {
        name: `clock-failed-${level.id}`,
        impact: `有${about}出错停止,${restarts}`,
        metric: machine.metricFailed(COUNTED),
        threshold: 1,
      },
      {
        name: `clock-timed-out-${level.id}`,
        impact: `有${about}超过最长期限停止,${restarts}`,
        metric: machine.metricTimedOut(COUNTED),
        threshold: 1,
      },
      {
        name: `clock-aborted-${level.id}`,
        impact: `有${about}被人为停止,${restarts}`,
        metric: machine.metricAborted(COUNTED),
        threshold: 1,
      },
    ];
  }),
  ...CLOCK_FUNCTIONS.map((name) => ({
    name: `${name}-failing`,
    impact: `程序“${FUNCTIONS[name].purpose}”五分钟内出错三次以上,在办案卷的时限可能无人提醒;请立即查看日志并人工核对各案卷时限。`,
    metric: errorsOf(watched, name),
    threshold: 3,
  })),
];

/** What makes good what was cut off. */
const rescueAlarms = (watched: Watched): AlarmOptions[] => [
  {
    name: 'sweep-silent',
    impact: '巡检十五分钟没有运行,停摆的时钟和漏发的短信无人补救;请检查定时规则和巡检程序。',
    metric: watched.functions.get('sweep-cases').metricInvocations(COUNTED),
    threshold: 1,
    below: true,
    periods: 3,
    missing: TreatMissingData.BREACHING,
  },
  {
    name: 'sweep-failing',
    impact: '巡检运行出错,停摆的时钟和漏发的短信可能没有补救;请查看巡检日志。',
    metric: errorsOf(watched, 'sweep-cases'),
    threshold: 1,
    periods: 2,
  },
  {
    name: 'guard-failing',
    impact: '时钟守护运行出错,停摆的时钟要等巡检才能恢复(最长十分钟);请查看守护日志。',
    metric: errorsOf(watched, 'guard-clocks'),
    threshold: 1,
  },
  {
    name: 'guard-dead-letters',
    impact:
      '有流程异常停止而时钟守护没有收到通知,时钟要等巡检才能恢复(最长十分钟);请核对有关案卷后清空队列。',
    metric: watched.guard.deadLetters.metricApproximateNumberOfMessagesVisible({ period }),
    threshold: 1,
  },
];

/** The ways in: pushes, the office and the units. */
const doorAlarms = (watched: Watched, troubledFeeds: IMetric): AlarmOptions[] => [
  {
    name: 'intake-failing',
    impact: '接收推送的程序崩溃或超时,推送的舆情可能没有入库;请查看接收日志,并请平台重发。',
    metric: errorsOf(watched, 'intake-items'),
    threshold: 1,
  },
  {
    name: 'feeds-troubled',
    impact:
      '有数据源超过本局设定的间隔没有信息入库,或者连续签名不符,期间的舆情可能无人知道;请到值班台“数据源”页查明是哪一个,并联系推送单位。',
    metric: troubledFeeds,
    threshold: 1,
  },
  {
    name: 'desk-failing',
    impact:
      '办公室和股室的接口程序崩溃或超时,报告、签收等可能没有记入案卷;请查看日志,必要时先电话办理并补记。',
    metric: errorsOf(watched, 'serve-desk'),
    threshold: 1,
  },
  {
    name: 'files-failing',
    impact: '接口文档和网页文件打不开,推送和办理不受影响;请查看日志。',
    metric: errorsOf(watched, 'serve-files'),
    threshold: 1,
  },
  {
    name: 'api-failing',
    impact: '接口五分钟内五次以上答复5xx,推送和办理都可能受阻;请查看接口访问日志。',
    metric: watched.api.http.metricServerError(COUNTED),
    threshold: 5,
  },
];

/** The operations that everything rests on: each is counted by itself. A log is hardly ever read by the entry. */
const TABLE_OPERATIONS: readonly (readonly ['records' | 'log', Operation, string, string])[] = [
  ['records', Operation.PUT_ITEM, 'table-put-failing', '案卷表写入'],
  ['records', Operation.GET_ITEM, 'table-get-failing', '案卷表读取'],
  ['records', Operation.QUERY, 'table-query-failing', '案卷表查询'],
  ['log', Operation.PUT_ITEM, 'log-put-failing', '案卷日志表写入'],
  ['log', Operation.QUERY, 'log-query-failing', '案卷日志表查询'],
];

/** What all of it rests on. */
const groundAlarms = (watched: Watched, problems: IMetric): AlarmOptions[] => [
  {
    name: 'notify-failing',
    impact: '发送短信的程序五分钟内出错三次以上,有人可能没有收到提醒;巡检会补发,仍未恢复时请电话通知。',
    metric: errorsOf(watched, 'notify-people'),
    threshold: 3,
  },
  {
    name: 'throttled',
    impact:
      '本账号有程序因并发限额被拒绝运行(按整个账号统计),提醒和督办可能迟发;请申请提高 Lambda 并发限额。',
    // The limit is the whole account's, and so is this figure.
    metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', ...COUNTED }),
    threshold: 1,
  },
  ...TABLE_OPERATIONS.map(([table, operation, name, what]) => ({
    name,
    impact: `${what}出错,各项操作和时限都可能受阻;请查看 DynamoDB 状态。`,
    metric: new Metric({
      namespace: 'AWS/DynamoDB',
      metricName: 'SystemErrors',
      dimensionsMap: { TableName: watched.tables[table].tableName, Operation: operation },
      ...COUNTED,
    }),
    threshold: 1,
  })),
  {
    name: 'problems',
    impact:
      '系统记录了自己不能补救的问题(如岗位无人、密钥缺失、案卷被跳过),有人可能没有被通知;请按日志逐条处理。',
    metric: problems,
    threshold: 1,
  },
];

const directTextAlarms = (): AlarmOptions[] => [
  {
    name: 'sms-undelivered',
    impact: '本账号有直发短信没有送达(按整个账号统计),有人可能没有收到提醒;请核对近期通知,并电话询问当事人。',
    metric: new Metric({
      namespace: 'AWS/SNS',
      metricName: 'NumberOfNotificationsFailed',
      // Direct texts are counted for the whole account and Region.
      dimensionsMap: { PhoneNumber: 'PhoneNumberDirect' },
      ...COUNTED,
    }),
    threshold: 1,
  },
];

const bridgeAlarms = (watched: Watched, { deadLetters }: SmsBridge): AlarmOptions[] => [
  {
    name: 'sms-dead-letters',
    impact:
      '短信转发程序没有运行成功,短信会迟到(十分钟后收回重发,案卷列为电话通知事项);请查看转发日志和并发限额,再清空死信。',
    metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period }),
    threshold: 1,
  },
  {
    name: 'sms-bridge-failing',
    impact:
      '短信没有交到网关,有人没有收到提醒(案卷已列为电话通知事项,短信七十二小时内续发);请催办电话通知,核对网关地址和密钥,联系网关。',
    metric: errorsOf(watched, 'bridge-sms'),
    threshold: 1,
  },
  {
    name: 'receipts-failing',
    impact: '接收短信回执的程序崩溃或超时,未送达的短信可能没有人补告知;请查看回执日志,并请网关重发回执。',
    metric: errorsOf(watched, 'take-receipts'),
    threshold: 1,
  },
];

/** What functions write into their logs: their errors, and with how many feeds something is wrong. */
export interface LoggedFigures {
  problems: IMetric;
  troubledFeeds: IMetric;
}
/** Every alarm of a deployment. */
export const alarmList = (
  watched: Watched,
  { problems, troubledFeeds }: LoggedFigures,
): readonly AlarmOptions[] => [
  ...clockAlarms(watched),
  ...rescueAlarms(watched),
  ...doorAlarms(watched, troubledFeeds),
  ...groundAlarms(watched, problems),
  ...(watched.bridge === undefined ? directTextAlarms() : bridgeAlarms(watched, watched.bridge)),
];
