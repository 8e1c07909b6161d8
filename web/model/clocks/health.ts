import type { StatusReply } from '../../../shared/contracts/replies/health.ts';
import { momentOf } from '../wall-clock.ts';

/** The page's answer: whether the clocks are looked after, and what is not as it should be. */
export const healthLine = ({
  clocks,
  texts,
  missingHolidayYear,
}: Pick<StatusReply, 'clocks' | 'texts' | 'missingHolidayYear'>): { text: string; isBad: boolean } => {
  const said: Record<StatusReply['clocks'], string> = {
    ok: '时钟正常',
    starting: '时钟刚刚启动',
    unattended: '时钟无人看管',
    unreachable: '时钟没有应答',
  };
  const isBad = clocks === 'unattended' || clocks === 'unreachable';
  const late = texts.late > 0 ? `，${texts.late}${texts.more ? '条以上' : '条'}短信未发出` : '';
  const missing = missingHolidayYear === null ? '' : `，缺${missingHolidayYear}年放假安排`;
  return { text: `${said[clocks]}${late}${missing}`, isBad };
};

/** The same while nothing newer is heard: what was read last says nothing of now. */
export const UNHEARD = { text: '时钟情况不明', isBad: true } as const;

/** One line of what is looked after; `isBad`: somebody has to do something. */
export interface HealthFact {
  name: string;
  text: string;
  isBad: boolean;
}

const sweepText = ({ sweep }: StatusReply, now: number): HealthFact => {
  if (sweep === null) return { name: '上次巡检', text: '尚未巡检', isBad: false };
  const made = [
    [sweep.started, '补启动'],
    [sweep.restarted, '重新启动'],
    [sweep.woken, '重新唤醒'],
  ] as const;
  const mended = made.filter(([count]) => count > 0).map(([count, what]) => `${what}${count}个`);
  return {
    name: '上次巡检',
    text: [
      `${momentOf(sweep.at, now)}，巡检${sweep.cases}个案卷，用时${secondsOf(sweep.milliseconds)}`,
      ...mended,
      ...(sweep.failed > 0 ? [`${sweep.failed}个未能巡检`] : []),
    ].join('，'),
    isBad: sweep.failed > 0,
  };
};

const textsText = ({ texts }: StatusReply, now: number): HealthFact => {
  const parts = [
    ...(texts.late > 0
      ? [
          `${texts.late}条${texts.more ? '以上' : ''}到时未发出${texts.oldest === null ? '' : `，最早的是${momentOf(texts.oldest, now)}`}`,
        ]
      : []),
    ...(texts.notTaken ? [`${texts.notTaken}条短信网关未接收，正在补发`] : []),
    ...(texts.calls ? [`${texts.calls}件须打电话告知`] : []),
  ];
  return { name: '短信', text: parts.length === 0 ? '没有积压' : parts.join('；'), isBad: texts.late > 0 };
};

/** What the texts to the administrator and the head of the office say, and until when it holds. */
export const missingText = (year: number): string =>
  `${year}年放假安排尚未录入，节假日前后按日计的时限都是暂定；请将国务院办公厅的通知交系统运维录入，录入后按通知重算`;

const PLACES: Record<StatusReply['records']['kind'], string> = {
  memory: '本机内存，停止后不保留',
  sqlite: '本机数据文件',
  dynamodb: '云数据库',
};

/** 不足1秒, 1.3秒. */
const secondsOf = (milliseconds: number): string =>
  milliseconds < 1000 ? '不足1秒' : `${(milliseconds / 1000).toFixed(1)}秒`;

/** All that the status says, in the order of what matters. `now`: the server's time, in milliseconds. */
export const healthFacts = (status: StatusReply, now: number): HealthFact[] => {
  const { deadClocks, records, login, clocksText, clocks, regulation, missingHolidayYear } = status;
  const room = records.freeMegabytes === null ? '' : `，剩余${Math.floor(records.freeMegabytes / 1024)}GB`;
  return [
    { name: '时钟', text: clocksText, isBad: clocks === 'unattended' || clocks === 'unreachable' },
    sweepText(status, now),
    {
      name: '停摆',
      text:
        deadClocks.count === 0
          ? `近${deadClocks.days}天没有`
          : `近${deadClocks.days}天${deadClocks.count}个，都已重新启动${deadClocks.last === null ? '' : `；最近一次${momentOf(deadClocks.last, now)}`}`,
      isBad: false,
    },
    textsText(status, now),
    { name: '记录', text: `${PLACES[records.kind]}${room}`, isBad: false },
    ...(login === undefined
      ? []
      : [
          {
            name: '登录',
            text: login === 'ok' ? '统一身份认证正常' : '统一身份认证没有应答',
            isBad: login !== 'ok',
          },
        ]),
    ...(missingHolidayYear === null
      ? []
      : [{ name: '放假安排', text: missingText(missingHolidayYear), isBad: true }]),
    { name: '制度', text: `版本${regulation.version.split(';')[0]}`, isBad: false },
  ];
};
