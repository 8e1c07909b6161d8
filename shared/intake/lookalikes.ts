import { readCount } from './counts.ts';
import { TARGETS, type Target } from './mapping/targets.ts';
import { saysNothing } from './nothing.ts';
import { titleOf } from './warn.ts';

// What vendors call the same things. A name that is here and is not read is named in the answer; none is ever guessed.

const COUNTERS: readonly [Target, readonly string[]][] = [
  [
    'metrics.reposts',
    'repost reposts forward forwards forwarding retweet retweets share shares shared transmit 转发 转载 分享'.split(
      ' ',
    ),
  ],
  [
    'metrics.views',
    'view views viewd viewed read reads reading click clicks play plays played pv visit visits hit hits browse exposure 阅读 浏览 点击 播放 观看'.split(
      ' ',
    ),
  ],
  [
    'metrics.comments',
    'comment comments commented reply replies discuss discussion 评论 回复 跟帖'.split(' '),
  ],
  [
    'metrics.likes',
    'like likes liked attitude attitudes praise digg diggs thumbup thumbsup thumbs upvote upvotes voteup up favour favor 点赞 赞'.split(
      ' ',
    ),
  ],
];
const COUNTING =
  /^(?:total|num|sum)?(.+?)(?:count|counts|cnt|num|nums|number|total|times|amount|次数|总数|数量|数|量)?$/;

const OTHERS: readonly [Target, readonly string[]][] = [
  [
    'publishedAt',
    'publishtime publishat publishdate publishts published publishedtime publisheddate pubtime pubdate pubdatetime datepublished dateposted releasetime releasedate posttime postdate postedat createtime createdate createdat created createdtime ctime time date datetime timestamp 发布时间 发表时间 发布日期 发文时间 时间'.split(
      ' ',
    ),
  ],
  [
    'collectedAt',
    'collecttime crawltime crawledat crawlat fetchtime fetchedat gathertime capturetime 采集时间 抓取时间'.split(
      ' ',
    ),
  ],
  [
    'eventAt',
    'eventtime eventdate happenedat happentime occurtime occurredtime 事发时间 事件时间'.split(' '),
  ],
  [
    'url',
    'link href uri sourceurl articleurl noteurl pageurl weburl originurl originalurl permalink contenturl 链接 网址 原文链接 地址'.split(
      ' ',
    ),
  ],
  [
    'content',
    'text textraw message article excerpt ocr ocrtext asr transcript body desc description summary abstract contenttext contenthtml fulltext rawtext articlecontent 正文 内容 全文 摘要'.split(
      ' ',
    ),
  ],
  ['title', 'headline subject articletitle 标题'.split(' ')],
  ['unit', 'department dept responsibleunit 责任单位 责任科室 承办单位'.split(' ')],
  ['hotSearch', 'hotrank hotsearchrank trending 热搜 热搜榜'.split(' ')],
];

/** Fields that say how secret something is. */
export const SECRECY_FIELDS = new Set(
  '密级 涉密等级 保密等级 保密级别 涉密 securitylevel secretlevel secrecy secrecylevel classification classified confidentiality confidentiallevel'.split(
    ' ',
  ),
);
/** Fields that say who has sent something. */
export const SOURCE_FIELDS = new Set(
  'source sources sourcekind sourcetype sourcename origin assignedby assigner 来源 信息来源 来源种类 来文单位 交办单位 转办单位 上级来源'.split(
    ' ',
  ),
);

/** `reposts_count`, `repostsCount` → `repostscount`. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[\s_.@#$-]/g, '');

const COUNTER_OF = new Map(
  COUNTERS.flatMap(([target, names]) => names.map((name) => [name, target] as const)),
);
/** Our own fields in another manner of writing (`published_at`, `PublishedAt`) or by what people call them. */
const OWN = TARGETS.filter((target) => !target.includes('.')).flatMap((target) =>
  [target, titleOf(target)].map((name) => [plainName(name), target] as const),
);
const FIELD_OF = new Map<string, Target>([
  ...OWN,
  ...OTHERS.flatMap(([target, names]) => names.map((name) => [name, target] as const)),
]);

/** Which field of ours a name with its value looks like. */
export const looksLike = (name: string, value: unknown): Target | undefined => {
  if (saysNothing(value) || typeof value === 'object') return undefined;
  const plain = plainName(name);
  const counter = COUNTER_OF.get(plain) ?? COUNTER_OF.get(COUNTING.exec(plain)?.[1] ?? '');
  if (counter !== undefined && 'count' in readCount(value)) return counter;
  return FIELD_OF.get(plain);
};
