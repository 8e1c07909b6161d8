import { type FieldWords, field } from '../field.ts';

/** What a judgement of one says. */
export const REFUSED_JUDGEMENT_WORDS: Readonly<Record<string, FieldWords>> = {
  as: field('认定', 'notNeeded 不需录入(重复、广告、与本局无关等)、takenBack 收回此前认定,放回尚未处理'),
  reason: field('理由', '至多200字;notNeeded 必填。标为涉密的,只写“见纸质件”'),
};
/** What the fields of a refused item hold. */
const ROW: Readonly<Record<string, string>> = {
  refused: '这条未入库信息的编号',
  at: '首次推来的时间',
  why: '未入库的原因',
  item: '数据源给它的编号;读不出或整批未能读取的为 null',
  title: '标题;读不出的为 null',
  level: '仅按其文字的初判级别;没有文字的为 null',
  secret: '数据源是否标为涉密:是的,内容一概不留存',
  told: '何时告知值班人员:atOnce 立即、digest 随汇总',
  isTold: '是否已经告知',
  became: '后来怎样:open 尚未处理、entered 已人工录入、mended 数据源已重新推送并入库、notNeeded 不需录入',
  judgements: '认定为不需录入(notNeeded)、收回认定(takenBack),先办在前',
  'judgements.as': '认定:notNeeded 不需录入、takenBack 收回,放回尚未处理',
  'judgements.reason': '理由;没有写的没有这一项',
  taken: '入库为哪条信息;没有入库的为 null',
  'taken.id': '信息编号',
  'taken.case': '所在案卷;没有或不在知悉范围内的为 null',
  'taken.by': '人工录入的:录入人;数据源重新推送的为 null',
};
/** Of one with all that it says. */
const ONE: Readonly<Record<string, string>> = {
  ...ROW,
  index: '在批中的序号,从0起;整批未能读取的为 null',
  raw: '原文;标为涉密的为 null',
  isCut: '原文是否因超过64 KB 只留存前部',
  bytes: '原文全长(字节)',
  sha256: '原文全文的 SHA-256;标为涉密的为 null',
};
const at = (place: string, words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([name, about]) => [`${place}.${name}`, about]));

/** By their places in the answers. */
export const REFUSED_ITEM_WORDS: Readonly<Record<string, string>> = {
  'GetRefusedItemsReply.items': '未入库的推送信息,新到的在前',
  'GetRefusedItemsReply.next': '下一页的翻页标记,写进 cursor;没有下一页的为 null',
  ...at('GetRefusedItemsReply.items', ROW),
  ...at('GetRefusedItemsRefusedReply', ONE),
  ...at('PostRefusedItemsRefusedEntryReply', ONE),
  ...at('PostRefusedItemsRefusedJudgementReply', ONE),
};
