import type { StatusReply } from '../../../shared/contracts/replies/health.ts';
import { time } from './lines.ts';

const PLACES: Readonly<Record<StatusReply['records']['kind'], string>> = {
  memory: '内存',
  sqlite: '本机数据文件',
  dynamodb: '云数据库',
};

const sweepLine = ({ sweep }: StatusReply): string => {
  if (sweep === null) return '上次巡检:还没有';
  const done = [
    ['补启动', sweep.started],
    ['重新启动', sweep.restarted],
    ['唤醒', sweep.woken],
    ['未能处理', sweep.failed],
  ] as const;
  const seconds = (sweep.milliseconds / 1000).toFixed(1);
  const counts = done.flatMap(([words, count]) => (count === 0 ? [] : [`${words}${count}个`]));
  return `上次巡检:${[`${time(sweep.at)},用时${seconds}秒,查看${sweep.cases}个案卷`, ...counts].join(',')}`;
};

const deadLine = ({ deadClocks: { days, count, last } }: StatusReply): string =>
  `停摆:近${days}天${count}个${last === null ? '' : `,最近一次发现于${time(last)}`}`;

const textsLine = ({ texts: { late, more, oldest, notTaken, calls } }: StatusReply): string =>
  [
    `短信:到时未发${late}条${more ? '以上' : ''}${oldest === null ? '' : `(最早应于${time(oldest)}发出)`}`,
    ...(notTaken === null ? [] : [`网关未接收、仍在补发的通知${notTaken}件`]),
    ...(calls === null ? [] : [`待电话通知${calls}件`]),
  ].join(',');

const feedLine = ({ feed, accepted, refused }: StatusReply['feeds'][number]): string =>
  `数据源${feed}:${[
    accepted === null ? '还没有接收过' : `最近接收${time(accepted.at)}(${accepted.items}条)`,
    ...(refused === null ? [] : [`最近拒收${time(refused.at)}(${refused.message})`]),
  ].join(',')}`;

/** How the system does, for the console. */
export const printStatus = (status: StatusReply): string => {
  const { bureau, time: at, clocksText, login, records, regulation, feeds } = status;
  const free = records.freeMegabytes;
  return [
    `${bureau} ${time(at)} ${clocksText}`,
    sweepLine(status),
    deadLine(status),
    textsLine(status),
    `数据:${PLACES[records.kind]}可以读写${free === null ? '' : `,所在磁盘还有${free}MB`}`,
    ...(login === undefined ? [] : [`登录:统一身份认证${login === 'ok' ? '正常' : '没有应答'}`]),
    ...(feeds.length === 0 ? ['数据源:还没有推送'] : feeds.map(feedLine)),
    `制度版本:${regulation.version}`,
  ].join('\n');
};
