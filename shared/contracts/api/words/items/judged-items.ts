import { type FieldWords, field } from '../field.ts';

/** What a judgement says. */
export const JUDGEMENT_WORDS: Readonly<Record<string, FieldWords>> = {
  as: field(
    '定为',
    'read 已阅、notOurs 不属本局、notSame 与 case 所指案卷不是同一舆情、takenBack 收回此前所定,放回待处理',
  ),
  case: field('案卷', 'notSame 必填:疑似同一舆情的案卷编号(信息答复中的 suspected)'),
  version: field(
    '所见版本',
    '决定时所见的版本(信息答复中的 version);其后内容有改动的,不予记录(ITEM_CHANGED)。不写的不核对',
  ),
  reason: field('理由', '至多200字;有敏感迹象的信息定为 notOurs、notSame 时必填。标为涉密的,只写“见纸质件”'),
};

const BECAME = '后来怎样:open 待处理、read 已阅、notOurs 不属本局、inCase 已在案卷中';
const GRAVE = '是否有敏感迹象:命中的词、热度、标记,来自上级,或有须立即核实的内容';
/** By their places in the answers. */
export const JUDGED_ITEM_WORDS: Readonly<Record<string, string>> = {
  'GetItemsReply.items.became': BECAME,
  'GetItemsReply.items.isGrave': GRAVE,
  'GetItemsReply.items.counters': '最近一次传播计数',
  'GetItemsReply.items.doubts': '读不出、存疑或没有采用的字段数',
  'GetItemsReply.items.version': '内容的第几版;首次推来的为1',
  'GetItemsReply.items.mayJudge': '登录人以现在的岗位能否定为已阅、不属本局',
  'GetItemsFeedItemReply.became': BECAME,
  'GetItemsFeedItemReply.isGrave': GRAVE,
  'GetItemsFeedItemReply.judgements': '对这条信息的处理,先办在前',
  'GetItemsFeedItemReply.judgements.as':
    '定为:read 已阅、notOurs 不属本局、notSame 不是同一舆情、takenBack 放回待处理',
  'GetItemsFeedItemReply.judgements.case': '定为不是同一舆情的:与哪一案卷;不在知悉范围内的没有这一项',
  'GetItemsFeedItemReply.judgements.by': '由谁',
  'GetItemsFeedItemReply.judgements.reason': '理由;没有写的没有这一项',
  'GetItemsFeedItemReply.mayJudge': '登录人以现在的岗位能否定为已阅、不属本局',
  'GetItemsFeedItemReply.mayDeny': '登录人以现在的岗位能否定为不是同一舆情、收回所定;已在案卷中的也可以',
};
