import { textTable } from '../../text-table.ts';
import { callsOf, type Usage } from '../meter/usage.ts';
import type { Bill, Line } from './bill.ts';
import { PRICED, type Price, type PriceName, type Prices } from './prices.ts';
import type { Sheet } from './sheet.ts';

const format = (digits: number) =>
  new Intl.NumberFormat('zh-CN', { maximumSignificantDigits: digits }).format;
const count = format(4);
/** Three significant figures: the sheet is an estimate. */
const money = format(3);
const exact = format(12);

const USAGE_HEADS = ['状态转换', '函数调用', '写入单位', '读取单位', '接口请求', '短信'];
const usageCells = (usage: Usage): string[] =>
  [usage.transitions, callsOf(usage), usage.writeUnits, usage.readUnits, usage.requests, usage.messages].map(
    count,
  );
const BILL_ITEMS: readonly PriceName[] = [
  'stateTransition',
  'functionCall',
  'writeUnit',
  'readUnit',
  'apiRequest',
  'smsMessage',
];
const billCells = ({ lines }: Bill): string[] =>
  BILL_ITEMS.map((item) => lines.find((line) => line.item === item)).map((line) =>
    line === undefined ? '' : count(line.count),
  );

const caseLines = ({ cases, prices: { currency } }: Sheet, nameOf: (level: string) => string): string[] => {
  const rows = cases.map(({ name, levels, level, isClosed, days, usage, sweeps, bill }) => [
    name,
    (levels.at(-1) === level ? levels : [...levels, level]).map(nameOf).join('→'),
    `${count(Number(days.toFixed(1)))} 天${isClosed ? '' : '*'}`,
    ...usageCells(usage),
    count(sweeps.readUnits),
    money(bill.amount),
  ]);
  const heads = ['推演', '级别', '历时', ...USAGE_HEADS, '巡检读取', `费用(${currency})`];
  return textTable([heads, ...rows], [0, 1]);
};

const levelLines = ({ levels, prices: { currency } }: Sheet): string[] => {
  const rows = levels.map(({ name, rehearsals, usage, bill, lowest, highest }) => [
    name,
    count(rehearsals.length),
    ...usageCells(usage),
    money(bill.amount),
    lowest === highest ? money(lowest) : `${money(lowest)}~${money(highest)}`,
  ]);
  return textTable([['级别', '推演数', ...USAGE_HEADS, `平均(${currency})`, '最低~最高'], ...rows], [0]);
};

const monthLines = ({ month, prices: { currency } }: Sheet): string[] => {
  const rows = [...month.parts, { name: '合计', bill: month.total }].map(({ name, bill }) => [
    name,
    ...billCells(bill),
    money(bill.amount),
  ]);
  return textTable([['用途', ...USAGE_HEADS, `费用(${currency})`], ...rows], [0]);
};

const totalLines = ({ month, prices: { currency } }: Sheet): string[] => {
  const rows = month.total.lines.map(({ item, count: counted, amount }: Line) => [
    PRICED[item].name,
    `${count(counted)} ${PRICED[item].unit}`,
    amount === null ? '未给价格' : money(amount),
  ]);
  return textTable([['项目', '数量', `费用(${currency})`], ...rows], [0]);
};

const priceLines = ({ items, collectedOn, currency }: Prices): string[] => {
  const rows = (Object.entries(items) as [PriceName, Price | undefined][]).flatMap(([item, priced]) =>
    priced === undefined
      ? []
      : [
          [
            PRICED[item].name,
            `${exact(priced.price)} / ${exact(priced.per)} ${PRICED[item].unit}`,
            priced.collectedOn ?? collectedOn,
            priced.trust,
            priced.source,
          ],
        ],
  );
  return textTable([['项目', `价格(${currency})`, '收集日期', '可信程度', '来源'], ...rows], [0, 1, 2, 3, 4]);
};

const assumptionLines = ({ assumptions, deployed }: Sheet): string[] => {
  const measuredItems = count(assumptions.itemsPerDay);
  const memories = [...new Set(Object.values(deployed.megabytes))].sort((one, other) => one - other);
  return [
    `每次函数调用计费 ${exact(assumptions.duration)} 毫秒(--duration-ms),内存 ${memories.join('、')} MB(取自部署模板 ${assumptions.deployment ?? 'deployment.example.json'})`,
    '存储读取按每次调用都是冷启动、不记得上一次所读计算,是上限',
    `一个月按 ${assumptions.days} 天;级别构成是假设(--mix);每件案卷另查看 ${assumptions.views} 次(--views)`,
    `常规信息均匀到来(推演一日 ${measuredItems} 条),每条约三百字,单独推送一次;短信人数按示例名册`,
    '案卷一级的数字取该级已办结推演的平均;带 * 的推演到结束时尚未办结,不计入平均',
  ];
};

const NOT_INCLUDED = [
  'CloudWatch 日志的写入与保存、存储占用与按时间点恢复、公网流量、调用跟踪、EventBridge 规则、密钥与加密的调用次数:字节数和次数未计',
  '经政府短信网关发送时,SNS 主题发布和转发函数的调用',
  '免费额度一律不扣;税费、支持计划不计',
  '其他区域价格不同;中国区域的人民币价格没有查到完整的公开来源:请按合同编写价格文件,用 --prices <文件.json> 代入',
];

/** The sheet for the administrator, as lines of a terminal. `nameOf`: a level's id → its one-character name. */
export const printSheet = (sheet: Sheet, nameOf: (level: string) => string): string => {
  const { prices, item, month } = sheet;
  const hasSmsPrice = prices.items.smsMessage !== undefined;
  const sms = hasSmsPrice ? [] : ['短信费:各国各合同不同,只列条数;用 --sms-price <单价> 代入'];
  const itemLines =
    item === null
      ? []
      : [
          '',
          '一条常规信息(含摊到的合并推送短信)',
          ...textTable(
            [
              [...USAGE_HEADS, `费用(${prices.currency})`],
              [...usageCells(item.usage), money(item.bill.amount)],
            ],
            [],
          ),
        ];
  return [
    `费用表:区域 ${prices.region},币种 ${prices.currency},价格收集于 ${prices.collectedOn}`,
    '',
    '一件案卷(逐个推演实际计数;费用含巡检分摊)',
    ...caseLines(sheet, nameOf),
    '',
    '各级案卷',
    ...levelLines(sheet),
    ...itemLines,
    '',
    '一个月',
    ...monthLines(sheet),
    '',
    `一个月合计 ${money(month.total.amount)} ${prices.currency}${hasSmsPrice ? '' : '(不含短信费)'}`,
    ...totalLines(sheet),
    '',
    '所用价格',
    ...priceLines(prices),
    '',
    '假设',
    ...assumptionLines(sheet).map((line) => `- ${line}`),
    '',
    '未计入',
    ...[...sheet.leftOut, ...sms, ...NOT_INCLUDED].map((line) => `- ${line}`),
  ].join('\n');
};
