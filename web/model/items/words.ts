import type { ItemListReply, ItemReply } from '../../../shared/contracts/replies/items.ts';
import { publishedText } from '../case/item.ts';
import { countersText, type Say, spreadOf } from '../case/matter.ts';
import { shortReasons } from '../forms/guide/grounds.ts';
import { shortPost } from '../post-name.ts';
import { spoken } from '../spoken.ts';

// An item, as the desk says it.

type Row = ItemListReply['items'][number];
const SHOWN_REASONS = 2;
const NO_GROUND = '没有提到词表中的词，也没有达到数量';

/** 转发86，阅读1.2万，评论143; empty: nothing was counted. */
export const countsOf = ({ counters }: Pick<Row, 'counters'>): string => countersText({ counters });

/** What in it its level rests on, as far as a row has room; how it was counted is for whoever opens it. */
export const whyOf = ({ reasons }: Pick<Row, 'reasons'>): string => {
  if (reasons.length === 0) return '';
  const said = shortReasons({ reasons }).map(spoken);
  if (said.length === 0) return NO_GROUND;
  const shown = said.slice(0, SHOWN_REASONS).join('；');
  return said.length > SHOWN_REASONS ? `${shown}，等${said.length}项` : shown;
};

/** What of it somebody should look at first; empty: nothing. */
export const signsOf = ({
  isGrave,
  doubts,
  suspected = [],
  formerCase,
}: Pick<Row, 'isGrave' | 'doubts' | 'suspected' | 'formerCase'>): string[] => [
  ...(formerCase === undefined ? [] : [`疑似案卷${formerCase}复燃`]),
  ...(isGrave ? ['有敏感迹象'] : []),
  ...(doubts > 0 ? [`有${doubts}项内容未能识别或存疑`] : []),
  ...suspected.map(({ case: caseId, why }) => `与案卷${caseId}疑似同一舆情（${why.replaceAll(',', '，')}）`),
];

const BECAME = { open: '待处理', read: '已阅', notOurs: '不属本局', inCase: '已入案卷' } as const;
/** What has become of it, and in which case it is, as far as the reader may know. */
export const becameText = ({
  became,
  outcome,
  case: caseId,
}: Pick<Row, 'became' | 'outcome' | 'case'>): string => {
  if (outcome === 'pending') return '正在立案';
  return caseId === null || became !== 'inCase' ? BECAME[became] : `${BECAME[became]}${caseId}`;
};

/** 09:31发布，09:32收到. `day`: how a day is said. */
export const timesOf = (item: ItemReply, say: Say, day: Say): string =>
  [
    publishedText(
      {
        publishedAt: item.publishedAt,
        ...(item.dateOnly?.includes('publishedAt') && { dateOnly: true }),
        ...(item.estimated?.includes('publishedAt') && { estimated: true }),
      },
      say,
      day,
    ),
    `${say(item.detectedAt)}收到`,
  ].join('，');

const AS = {
  read: '已阅',
  notOurs: '定为不属本局',
  notSame: '定为不是同一舆情',
  takenBack: '放回待处理',
} as const;
type Judgement = ItemReply['judgements'][number];
/** 09:40值班员甲（局办公室值班员）定为不属本局：属邻市管辖. */
export const judgementText = ({ as, case: of, at, by, reason }: Judgement, say: Say): string =>
  `${say(at)}${by.name}（${shortPost(by.role.name)}）${of === undefined ? '' : `与案卷${of}`}${AS[as]}${reason === undefined ? '' : `：${reason}`}`;

/** What was said not to be the same, since all was last taken back, and is suspected no more: 09:40值班员甲（值班员）与案卷LZ2026-0001定为不是同一舆情. */
export const deniedTexts = (
  { judgements, suspected = [] }: Pick<ItemReply, 'judgements' | 'suspected'>,
  say: Say,
): string[] => {
  const backs = judgements.map(({ as }) => as === 'takenBack');
  return judgements
    .slice(backs.lastIndexOf(true) + 1)
    .filter(({ as, case: of }) => as === 'notSame' && !suspected.some((each) => each.case === of))
    .map((each) => judgementText(each, say));
};

type Change = ItemReply['versions'][number];
/** 第2版，09:12，改了标题、正文. */
export const changedText = ({ version, at, changed }: Change, say: Say): string =>
  `第${version}版，${say(at)}，改了${changed.map(({ name }) => spoken(name)).join('、')}`;

/** Whether what was said of it last holds no more, because it says something else since, or has become graver. */
export const isOvertaken = ({ became, judgements }: Pick<ItemReply, 'became' | 'judgements'>): boolean => {
  const said = judgements.filter(({ as }) => as !== 'notSame');
  const last = said[said.length - 1];
  return became === 'open' && last !== undefined && last.as !== 'takenBack';
};

/** What else its feed has said, name by name and as it came. */
export const extraOf = ({ extra }: Pick<ItemReply, 'extra'>): { name: string; value: string }[] =>
  Object.entries(extra).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));

/** Of which times only the day is known, or only about when. */
const unsure = (item: ItemReply, field: string): string => {
  if (item.dateOnly?.includes(field)) return '（只知道日期）';
  return item.estimated?.includes(field) ? '（推算）' : '';
};
/** What is known of it beside its words: a name and what it is, each. */
export const factsOf = (item: ItemReply, say: Say): { name: string; text: string }[] => {
  const { source, flags, unit, collectedAt, eventAt, mediaTier, hotSearch, enteredBy } = item;
  const regarded = source?.regardedAs == null ? '' : `，上级认定为${source.regardedAs.name}`;
  const spread = spreadOf(item.readings, say);
  const facts: [string, string | undefined][] = [
    ['传播', spread === null || spread.counts === '' ? undefined : `${spread.counts}，${spread.growth}`],
    ['标记', flags.length === 0 ? undefined : flags.map(({ name }) => spoken(name)).join('，')],
    [
      '来源',
      source === null
        ? undefined
        : `${spoken(source.name)}${source.reference === undefined ? '' : `，${source.reference}`}${regarded}`,
    ],
    ['单位', unit === null ? undefined : spoken(unit.name)],
    ['媒体', mediaTier && spoken(mediaTier.name)],
    ['热搜', hotSearch && spoken(hotSearch.name)],
    ['事发', eventAt === null ? undefined : `${say(eventAt)}${unsure(item, 'eventAt')}`],
    [
      '采集',
      collectedAt === undefined ? undefined : `数据源${say(collectedAt)}采集${unsure(item, 'collectedAt')}`,
    ],
    [
      '录入',
      enteredBy === undefined
        ? undefined
        : `${say(enteredBy.at)}${enteredBy.name}（${shortPost(enteredBy.role.name)}）人工录入，原推送未能入库`,
    ],
  ];
  return facts.flatMap(([name, text]) => (text === undefined ? [] : [{ name, text }]));
};
