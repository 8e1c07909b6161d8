import { describe, expect, it } from 'vitest';
import type { RefusedItemReply } from '../../shared/contracts/replies/intake/refused-items.ts';
import type { ItemListReply, ItemReply } from '../../shared/contracts/replies/items.ts';
import { carriedIn } from '../../web/model/forms/values.ts';
import {
  attachAddress,
  attachingAddress,
  itemAddress,
  itemFieldOf,
  itemFilterCount,
  itemPath,
  itemsAddress,
  itemsAskedIn,
  itemsFoundWords,
  itemsPath,
  openingAddress,
  usualOf,
  withoutFilters,
} from '../../web/model/items/asked.ts';
import { markedIn } from '../../web/model/items/marks.ts';
import {
  entryOf,
  entryWrongs,
  rawParts,
  refusedBecause,
  sizeText,
  toldText,
  whyRefused,
} from '../../web/model/items/refused.ts';
import {
  becameText,
  changedText,
  countsOf,
  extraOf,
  factsOf,
  isOvertaken,
  judgementText,
  signsOf,
  whyOf,
} from '../../web/model/items/words.ts';

const say = (time: string): string => time.slice(11, 16);
const AT = '2026-03-02T09:40:00+08:00';
const KEY = { feed: '一', id: '2026/0302#1 %' };

describe('what is asked', () => {
  it('stands in the address; what is usual is what waits, and for a unit all', () => {
    const asked = itemsAskedIn({ title: ' 食堂 ', became: 'notOurs', level: '', other: 'x' });
    expect(itemsAddress(asked)).toBe('/desk/items?became=notOurs&title=%E9%A3%9F%E5%A0%82');
    expect(itemsAddress(itemsAskedIn({}))).toBe('/desk/items?became=open');
    expect(itemsAskedIn({}, usualOf('食品安全监管股')).became).toBe('all');
    expect(itemsAskedIn({ became: 'open' }, usualOf('食品安全监管股')).became).toBe('open');
    expect(usualOf(null)).toBe('open');
    expect(itemsAskedIn({ became: 'gone' }).became).toBe('open');
    expect(itemsPath(itemsAskedIn({}), 'x y')).toBe('/v1/items?became=open&cursor=x%20y');
    expect(itemsAskedIn(Object.fromEntries(new URLSearchParams(itemsAddress(asked).split('?')[1])))).toEqual(
      asked,
    );
    expect(itemFilterCount(itemsAskedIn({ feed: 'a', from: '2026-03-01' }))).toBe(2);
    expect(withoutFilters(itemsAskedIn({ feed: 'a', title: '食堂' }))).toEqual(
      itemsAskedIn({ title: '食堂' }),
    );
    expect([itemFieldOf('title'), itemFieldOf('cursor')]).toEqual(['title', undefined]);
  });

  it('an item is named in an address whatever its id is', () => {
    const asked = itemsAskedIn({ became: 'read' });
    const path = '%E4%B8%80/2026%2F0302%231%20%25';
    expect(itemAddress(KEY, asked)).toBe(`/desk/items/${path}?became=read`);
    expect(attachAddress(KEY, asked)).toBe(`/desk/items/${path}/attach?became=read`);
    expect(itemPath(KEY)).toBe(`/v1/items/${path}`);
    const carried = (address: string) =>
      carriedIn(new URLSearchParams(address.slice(address.indexOf('?'))).get('with'));
    expect(carried(openingAddress(KEY))).toEqual({ items: [KEY] });
    expect(carried(attachingAddress('LZ2026-0001', KEY))).toEqual({ id: JSON.stringify([KEY.feed, KEY.id]) });
  });

  it('says how many there are, or why there are none', () => {
    const open = itemsAskedIn({});
    expect(itemsFoundWords(open, 0, { hasMore: false })).toBe('没有“待处理”的信息');
    expect(itemsFoundWords(itemsAskedIn({ title: '食堂', became: 'all' }), 0, { hasMore: false })).toBe(
      '没有符合条件的信息',
    );
    expect(itemsFoundWords(itemsAskedIn({}, 'all'), 0, { hasMore: false, unit: '药械监管股' })).toBe(
      '没有信息。这里只列推送给药械监管股的信息和药械监管股承办案卷中的信息',
    );
    expect(itemsFoundWords(open, 0, { hasMore: true })).toBe('较新的信息里没有，还可以接着往前查');
    expect(itemsFoundWords(open, 50, { hasMore: true })).toBe('已列出50条，还有更早的');
    expect(itemsFoundWords(open, 3, { hasMore: false })).toBe('共3条');
  });
});

type Row = ItemListReply['items'][number];
const reason = (text: string, ground?: true) => ({ text, cite: [], ...(ground && { ground }) });

describe('a row', () => {
  it('says what in it the level rests on, and not how that was counted', () => {
    const grounds = ['提到“a”', '提到“b”', '提到“c”'].map((text) => reason(text, true));
    expect(whyOf({ reasons: [...grounds, reason('得分20')] })).toBe('提到“a”；提到“b”，等3项');
    expect(whyOf({ reasons: [grounds[0]!, reason('得分20')] })).toBe('提到“a”');
    expect(whyOf({ reasons: [reason('得分0')] })).toBe('没有提到词表中的词，也没有达到数量');
    // Of a 涉密 one nothing is said.
    expect(whyOf({ reasons: [] })).toBe('');
  });

  it('says what somebody should look at, what it counts, and what has become of it', () => {
    expect(signsOf({ isGrave: false, doubts: 0 })).toEqual([]);
    expect(signsOf({ isGrave: true, doubts: 2 })).toEqual(['有敏感迹象', '有2项内容未能识别或存疑']);
    const suspected = [{ case: 'LZ2026-0001', similarity: 0.8, why: '标题相近,关键词不同' }];
    expect(signsOf({ isGrave: false, doubts: 0, suspected })).toEqual([
      '与案卷LZ2026-0001疑似同一舆情（标题相近，关键词不同）',
    ]);
    expect(countsOf({ counters: { reposts: 86, views: 12_000 } })).toBe('转发86，阅读1.2万');
    expect(countsOf({ counters: {} })).toBe('');
    const became = (row: Partial<Row>) =>
      becameText({ became: 'open', outcome: 'routine', case: null, ...row });
    expect(became({})).toBe('待处理');
    expect(became({ outcome: 'pending' })).toBe('正在立案');
    expect(became({ became: 'read' })).toBe('已阅');
    expect(became({ became: 'notOurs', case: 'LZ2026-0001' })).toBe('不属本局');
    expect(became({ became: 'inCase', outcome: 'inCase', case: 'LZ2026-0001' })).toBe('已入案卷LZ2026-0001');
    // One that the reader may not know of.
    expect(became({ became: 'inCase', outcome: 'inCase' })).toBe('已入案卷');
  });
});

const by = { id: 'p-1', name: '值班员甲', role: { id: 'dutyOfficer', name: '值班员' } };
const item: ItemReply = {
  ...{ feed: 'demo', id: 'a', title: '标题', publishedAt: null, detectedAt: AT, eventAt: AT },
  readings: [{ at: AT, counters: { views: 5 } }],
  source: { id: 's', name: '市局', receivedAt: null, regardedAs: { id: 'blue', name: '一般', short: '蓝' } },
  flags: [{ id: 'f', name: '暗访' }],
  unit: { id: 'u', name: '食品股' },
  extra: { siteName: '示例社区', section: { rank: 3 } },
  estimated: ['eventAt'],
  grade: {
    warningLevel: { id: 'blue', name: '一般', short: '蓝' },
    handlingLevel: { id: 'blue', name: '一般', short: '蓝' },
    ...{ score: 1, values: {}, flags: [], reasons: [] },
  },
  ...{
    outcome: 'routine',
    version: 1,
    versions: [],
    became: 'open',
    isGrave: false,
    judgements: [],
    mayJudge: true,
    mayDeny: true,
    case: null,
    revision: 1,
  },
};

describe('an item', () => {
  it('says what is known of it, and what else its feed wrote as it came', () => {
    expect(factsOf(item, say).map(({ name, text }) => `${name}:${text}`)).toEqual([
      '传播:阅读5，09:40更新',
      '标记:暗访',
      '来源:市局，上级认定为一般',
      '单位:食品股',
      '事发:09:40（推算）',
    ]);
    expect(extraOf(item)).toEqual([
      { name: 'siteName', value: '示例社区' },
      { name: 'section', value: '{"rank":3}' },
    ]);
  });

  it('says who said what of it, and whether that is overtaken', () => {
    const said = { as: 'notOurs' as const, at: AT, by, reason: '属邻市管辖' };
    expect(judgementText(said, say)).toBe('09:40值班员甲（值班员）定为不属本局：属邻市管辖');
    expect(judgementText({ as: 'read', at: AT, by }, say)).toBe('09:40值班员甲（值班员）已阅');
    expect(
      changedText(
        {
          version: 2,
          at: AT,
          changed: [
            { field: 'title', name: '标题' },
            { field: 'content', name: '正文' },
          ],
        },
        say,
      ),
    ).toBe('第2版，09:40，改了标题、正文');
    expect(isOvertaken({ became: 'open', judgements: [said] })).toBe(true);
    expect(isOvertaken({ became: 'notOurs', judgements: [said] })).toBe(false);
    expect(isOvertaken({ became: 'open', judgements: [said, { ...said, as: 'takenBack' }] })).toBe(false);
    expect(isOvertaken(item)).toBe(false);
  });
});

describe('the words on which the level rests', () => {
  const reasons = [reason('严重程度(3分):提到“死亡”,“多人死亡”', true), reason('得分“食堂”')];
  it('says in its row why it was not taken', () => {
    expect(refusedBecause({ why: { code: 'BODY_CHARSET_WRONG', message: 'x' } })).toContain('文字编码不对');
    expect(refusedBecause({ why: { code: 'ITEM_INVALID', message: 'x' } })).toBe(
      '缺少编号或文字，或编号的写法有误',
    );
  });

  it('are marked where they stand letter by letter, the longest that fits', () => {
    expect(markedIn('食堂多人死亡,死亡死 亡', { reasons })).toEqual([
      { text: '食堂', isMarked: false },
      { text: '多人死亡', isMarked: true },
      { text: ',', isMarked: false },
      { text: '死亡', isMarked: true },
      { text: '死 亡', isMarked: false },
    ]);
    expect(markedIn('没有', { reasons })).toEqual([{ text: '没有', isMarked: false }]);
    expect(markedIn('死亡', { reasons: [] })).toEqual([{ text: '死亡', isMarked: false }]);
    expect(markedIn('', { reasons })).toEqual([]);
  });
});

describe('what was not taken in', () => {
  const refused = (more: Partial<RefusedItemReply>) =>
    whyRefused({
      why: { code: 'ITEM_INVALID', message: 'id 至多200字' },
      problems: [],
      index: 0,
      ...more,
    } as RefusedItemReply);
  it('says in words of the office what is wrong', () => {
    expect(refused({ problems: [{ field: 'id', message: '至多200字' }] })).toEqual(['信息编号：至多200字']);
    expect(
      refused({ index: null, why: { code: 'MALFORMED_JSON', message: '请求体不是有效的 JSON' } }),
    ).toEqual(['整批读不出：内容不完整或写法有误']);
    expect(refused({ index: null, why: { code: 'OTHER', message: 'x' } })).toEqual(['整批读不出']);
    expect(toldText({ told: 'atOnce', isTold: false })).toBe('正在告知值班人员');
    expect(toldText({ told: 'digest', isTold: false })).toBe('随下一次汇总告知值班人员');
    expect(toldText({ told: 'digest', isTold: true })).toBe('已告知值班人员');
  });

  it('is shown in part where it is long, never in half a sign', () => {
    expect(rawParts('短')).toEqual({ shown: '短', rest: '' });
    const { shown, rest } = rawParts('𠮷'.repeat(601));
    expect([shown, rest]).toEqual(['𠮷'.repeat(600), '𠮷']);
    expect([sizeText(22), sizeText(1023), sizeText(1024), sizeText(70_000)]).toEqual([
      '22字节',
      '1023字节',
      '1 KB',
      '68.4 KB',
    ]);
  });

  it('is entered with what was filled in; what was wrong is said at its field', () => {
    expect(entryOf({ title: ' 标题 ', content: '  ' })).toEqual({ fields: { title: '标题' } });
    expect(
      entryWrongs([
        { field: 'fields.title', message: '不能为空' },
        { field: 'fields.id', message: '至多200字' },
        { field: 'fields.metrics', message: 'x' },
      ]),
    ).toEqual({ title: '不能为空', '': '信息编号：至多200字；传播计数：x' });
  });
});
