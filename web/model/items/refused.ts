import { ITEM_WORDS } from '../../../shared/contracts/api/words/items/item-fields.ts';
import type {
  RefusedItemReply,
  RefusedItemsReply,
} from '../../../shared/contracts/replies/intake/refused-items.ts';
import type { Say } from '../case/matter.ts';
import { shortPost } from '../post-name.ts';
import { encoded } from '../search/asked.ts';
import { spoken } from '../spoken.ts';

// 未收下: what feeds brought and what was not taken in, as the desk says it.

type Row = RefusedItemsReply['items'][number];

/** What has become of them, as the list tells them apart. */
export const REFUSED_BECAMES = [
  { id: 'open', name: '尚未处理' },
  { id: 'notNeeded', name: '不需录入' },
  { id: 'entered', name: '已人工录入' },
  { id: 'mended', name: '数据源已重推' },
  { id: 'all', name: '全部' },
] as const;
export type RefusedBecame = (typeof REFUSED_BECAMES)[number]['id'];
const USUAL: RefusedBecame = 'open';
const PAGE = '/desk/refused';

export const refusedBecameIn = ({ became }: Readonly<Record<string, string>>): RefusedBecame =>
  REFUSED_BECAMES.find(({ id }) => id === became)?.id ?? USUAL;
const queryOf = (became: RefusedBecame): string => (became === USUAL ? '' : `?became=${became}`);
export const refusedListAddress = (became: RefusedBecame): string => `${PAGE}${queryOf(became)}`;
export const refusedAddress = ({ refused }: Pick<Row, 'refused'>, became: RefusedBecame): string =>
  `${PAGE}/${encodeURIComponent(refused)}${queryOf(became)}`;
/** Where the API has the list, and one. */
export const refusedListPath = (became: RefusedBecame, cursor: string | null): string =>
  `/v1/refused-items?${encoded([
    ['became', became],
    ['cursor', cursor ?? ''],
  ])}`;
export const refusedPath = (refused: string): string => `/v1/refused-items/${encodeURIComponent(refused)}`;

/** What is said above what was found. */
export const refusedFoundWords = (became: RefusedBecame, count: number, hasMore: boolean): string => {
  if (count === 0)
    return hasMore
      ? '较新的里没有，还可以接着往前查'
      : became === 'open'
        ? '没有未收下的信息'
        : '没有这样的信息';
  return hasMore ? `已列出${count}条，还有更早的` : `共${count}条`;
};

/** What it is called where nothing can be read that would call it. */
export const refusedTitle = ({ secret, title }: Pick<Row, 'secret' | 'title'>): string =>
  secret ? '（涉密，内容不留存）' : (title ?? '（读不出标题）');

const fieldName = (field: string): string =>
  ITEM_WORDS[field.split('.').pop() ?? '']?.title.replace(/\(.*$/, '') ?? field;
/** Why a whole push was not taken: what its vendor is told is for programmers. */
const OF_PUSHES: Readonly<Record<string, string>> = {
  MALFORMED_JSON: '整批读不出：内容不完整或写法有误',
  BODY_CHARSET_WRONG: '整批读不出：文字编码不对，下面的文字可能有乱码',
  BATCH_INVALID: '整批读不出：没有信息、信息太多，或写法有误',
};
/** Why it was not taken, in short. */
export const refusedBecause = ({ why }: Pick<Row, 'why'>): string =>
  OF_PUSHES[why.code] ?? '缺少编号或文字，或编号的写法有误';
/** Why it was not taken, a sentence for each field that is wrong. */
export const whyRefused = ({ problems, why, index }: RefusedItemReply): string[] => {
  // Of a whole push there is no field.
  if (index === null) return [OF_PUSHES[why.code] ?? '整批读不出'];
  if (problems.length === 0) return [spoken(why.message)];
  return problems.map(({ field, message }) => `${fieldName(field)}：${spoken(message)}`);
};

const SHOWN_AT_ONCE = 600;
/** What came, as far as it is seen at once, and the rest. */
export const rawParts = (raw: string): { shown: string; rest: string } => {
  const signs = Array.from(raw);
  return { shown: signs.slice(0, SHOWN_AT_ONCE).join(''), rest: signs.slice(SHOWN_AT_ONCE).join('') };
};

const AS = { notNeeded: '定为不需录入', takenBack: '放回尚未处理' } as const;
/** 09:40值班员甲（值班员）定为不需录入：与上一条重复. */
export const refusedJudgementText = (
  { as, at, name, role, reason }: Row['judgements'][number],
  say: Say,
): string =>
  `${say(at)}${name}（${shortPost(role.name)}）${AS[as]}${reason === undefined ? '' : `：${reason}`}`;

/** What has become of it. */
export const refusedBecameText = (
  { became, taken, judgements }: Pick<Row, 'became' | 'taken' | 'judgements'>,
  say: Say,
): string => {
  const last = judgements[judgements.length - 1];
  if (became === 'notNeeded' && last !== undefined) return refusedJudgementText(last, say);
  if (became === 'mended') return '数据源已重新推送，已入库';
  if (became === 'open') return '尚未处理';
  return taken?.by == null
    ? '已人工录入'
    : `${say(taken.by.at)}${taken.by.name}（${shortPost(taken.by.role.name)}）已人工录入`;
};
/** Whether who is on duty has heard of it, and when he does. */
export const toldText = ({ told, isTold }: Pick<Row, 'told' | 'isTold'>): string => {
  if (isTold) return '已告知值班人员';
  return told === 'atOnce' ? '正在告知值班人员' : '随下一次汇总告知值班人员';
};
const KB = 1024;
/** 4.2 KB; below 1 KB in bytes. */
export const sizeText = (bytes: number): string =>
  bytes < KB ? `${bytes}字节` : `${Math.round((bytes / KB) * 10) / 10} KB`;

/** The fields that somebody fills in by hand; what is left out stays as it came. */
export const ENTRY_FIELDS = [
  { name: 'title', title: '标题', isLong: false, hint: '' },
  { name: 'content', title: '正文', isLong: true, hint: '' },
  { name: 'url', title: '网址', isLong: false, hint: '' },
  { name: 'publishedAt', title: '公开时间', isLong: false, hint: '写到时分，如2026-03-02 22:30' },
] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number]['name'];
/** What is sent of what was filled in. */
export const entryOf = (
  values: Readonly<Partial<Record<EntryField, string>>>,
): { fields: Partial<Record<EntryField, string>> } => {
  const fields: Partial<Record<EntryField, string>> = {};
  for (const { name } of ENTRY_FIELDS) {
    const text = values[name]?.trim() ?? '';
    if (text !== '') fields[name] = text;
  }
  return { fields };
};
/** What was wrong, by the field of the form; under '' what is wrong with what was not filled in. */
export const entryWrongs = (
  problems: readonly { field: string; message: string }[],
): Partial<Record<EntryField | '', string>> => {
  const wrongs: Partial<Record<EntryField | '', string>> = {};
  for (const { field, message } of problems) {
    const name = field.replace(/^fields\./, '');
    const own = ENTRY_FIELDS.find((each) => each.name === name)?.name;
    if (own !== undefined) wrongs[own] = spoken(message);
    else wrongs[''] = [wrongs[''], `${fieldName(name)}：${spoken(message)}`].filter(Boolean).join('；');
  }
  return wrongs;
};
