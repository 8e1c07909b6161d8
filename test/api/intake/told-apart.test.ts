import { beforeEach, describe, expect, it } from 'vitest';
import { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { ItemListReply, ItemReply } from '../../../shared/contracts/replies/items.ts';
import { SECRET_FLAG } from '../../../shared/regulations/reserved.ts';
import { grave, plain } from '../../support/office.ts';
import { read } from '../../support/told.ts';
import { type Feed, openFeed } from './feed.ts';

let office: Feed['office'];
let one: Feed['one'];
let stored: Feed['stored'];
beforeEach(async () => {
  ({ office, one, stored } = await openFeed());
});
const casesOf = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await stored(id))?.caseId ?? null));

/** Two notices of one pattern: perhaps one matter, and as likely two. */
const KITCHEN = {
  title: '央视曝光雷州万佳和超市卖过期食品致多名学生住院',
  metrics: { reposts: 6000, views: 600_000, comments: 6000 },
};
const PHARMACY = { ...KITCHEN, title: '央视曝光雷州万佳和药店卖过期药品致多名学生住院' };

describe('what is told apart', () => {
  it('a front page and the numbers of letters join nothing', async () => {
    const url = 'https://bbs.example.com/';
    await office.push([
      { id: 'h1', title: '网传城东幼儿园多名儿童食物中毒住院,家长质疑监管不作为', url },
      { id: 'h2', title: '电梯坠落致多人死亡,业主聚集讨要说法,物业回应称正在调查', url },
      {
        id: 'r1',
        title: '人民日报点名冷饮厂氨气泄漏致工人死亡',
        url: 'https://12345.example.gov.cn/letter?ref=2026-00017',
      },
      {
        id: 'r2',
        title: '央视点名月子中心多名婴儿感染死亡事件',
        url: 'https://12345.example.gov.cn/letter?ref=2026-00918',
      },
    ]);
    expect(new Set(await casesOf(['h1', 'h2', 'r1', 'r2'])).size).toBe(4);
  });

  it('one article under other addresses, and one short title on two boards, are one case', async () => {
    const article = 'http://mp.weixin.qq.com/s?__biz=MzA5MDM1MTcyNQ==&mid=2657710191&idx=1&sn=cda068';
    const title = '央视曝光食堂食物中毒';
    const board = '央视曝光火锅店后厨';
    await office.push([
      { id: 'w1', title, url: `${article}&chksm=aa&scene=126&sessionid=1732239680#rd` },
      { id: 'w2', title, url: `${article}&poc_token=HJk9` },
    ]);
    await office.push([
      { ...grave('t1'), title: board, content: undefined, url: 'https://s.weibo.com/weibo?q=%23a%23' },
      { ...grave('t2'), title: board, content: undefined, url: 'https://www.douyin.com/hot/2291' },
    ]);
    const [w1, w2, t1, t2] = await casesOf(['w1', 'w2', 't1', 't2']);
    expect(w1).toBe(w2);
    expect(t1).toBe(t2);
    expect(w1).not.toBe(t1);
  });

  it('an article with plainly other words is suspected, and not joined', async () => {
    const first = await one(grave('a', { url: 'https://news.example.com/2026/10001.html' }));
    const other = grave('b', {
      url: 'https://news.example.com/2026/10001.html',
      title: '客路镇一处在建桥梁垮塌,数名工人被埋',
      content: '今晨客路镇在建的跨河大桥桥面垮塌,五名工人被埋,消防和挖掘机正在现场搜救,原因待查。',
    });
    const told = await one(other);
    expect(told.case).not.toBe(first.case);
    expect(told.suspected).toEqual([
      { case: first.case, similarity: expect.any(Number), why: '网址相同,内容不同' },
    ]);
  });
});

describe('疑似同一舆情', () => {
  it('is told to the feed, in the list, with the item and in its case; a case of its own is opened', async () => {
    const first = await one({ id: 'a', ...KITCHEN });
    office.pass(1000);
    const told = await one({ id: 'b', ...PHARMACY });
    expect(told.case).toBeDefined();
    expect(told.case).not.toBe(first.case);
    const suspected = [
      { case: first.case, similarity: expect.any(Number), why: expect.stringContaining('不同') },
    ];
    expect(told.suspected).toEqual(suspected);
    const clerk = office.as('dutyOfficer');
    const list = read(ItemListReply, await clerk('GET', '/v1/items'));
    expect(list.items.map(({ id, suspected: named }) => [id, named])).toEqual([
      ['b', suspected],
      ['a', undefined],
    ]);
    expect(read(ItemReply, await clerk('GET', '/v1/items/demo/b')).suspected).toEqual(suspected);
    const shown = read(CaseReply, await clerk('GET', `/v1/cases/${told.case}`));
    expect(shown.items.map((item) => item.suspected)).toEqual([suspected]);
  });

  it('a repeat is a repeat, and what owes no case is suspected as well', async () => {
    const first = await one({ id: 'a', ...KITCHEN });
    const harmless = { id: 'b', title: '雷州万佳和药店过期药品吃坏多名学生' };
    const told = await one(harmless);
    expect(told.case).toBeUndefined();
    expect(told.suspected).toMatchObject([{ case: first.case }]);
    expect(await one(harmless)).toMatchObject({ status: 'duplicate' });
  });

  it('names no case that is 涉密, nor one that the reader may not know of', async () => {
    const first = await one({ id: 'a', ...KITCHEN });
    await one({ id: 'b', ...PHARMACY });
    const mark = { type: 'SetFlags', add: [SECRET_FLAG], reason: '见纸质件' };
    const marked = await office.as('officeHead')('POST', `/v1/cases/${first.case}/commands`, mark);
    expect(marked.status).toBe(200);
    const clerk = office.as('operator');
    const told = await clerk('GET', '/v1/items/demo/b');
    expect(JSON.stringify(told.body)).not.toContain(first.case);
    const later = await one({ id: 'c', ...PHARMACY, title: `${PHARMACY.title},市民热议` });
    expect(JSON.stringify(later.suspected ?? [])).not.toContain(first.case);
  });
});

describe('an id', () => {
  it.each(['.', '..'])('%s is kept under one that an address can have, and found there', async (id) => {
    const told = await one(plain(id));
    expect(told.id).toMatch(/^\.{1,2}~/);
    expect(told.warnings).toMatchObject([{ field: 'id', kind: 'cut' }]);
    const shown = await office.as('dutyOfficer')('GET', `/v1/items/demo/${encodeURIComponent(told.id!)}`);
    expect(shown).toMatchObject({ status: 200 });
    expect(await one(plain(id))).toMatchObject({ id: told.id, status: 'duplicate' });
  });

  it('that is used again for another story stands twice, and neither is lost', async () => {
    const first = await one(grave('a'));
    const second = await one({
      ...grave('a'),
      title: '客路镇在建大桥桥面垮塌,五名工人被埋',
      content: '今晨客路镇在建的跨河大桥桥面垮塌,五名工人被埋,消防和挖掘机正在现场搜救。',
      url: 'https://news.example.com/2026/20002.html',
    });
    expect(second.id).toBe('a~2');
    expect(second.case).not.toBe(first.case);
    expect(second.warnings?.map(({ kind, field }) => [kind, field])).toContainEqual(['doubted', 'id']);
    expect(await stored('a')).toMatchObject({ title: grave('a').title, caseId: first.case });
    expect(await stored('a~2')).toMatchObject({ caseId: second.case });
    // Each goes on under its own: a repeat of either is a repeat, a third story is a third.
    expect(await one(grave('a'))).toMatchObject({ id: 'a', status: 'duplicate' });
    const third = await one(
      plain('a', { title: '东里镇广场舞音响深夜扰民,居民多次投诉无果', url: undefined }),
    );
    expect(third).toMatchObject({ id: 'a~3', status: 'accepted' });
  });

  it('that is used again for a second red event, each in a line, swallows neither', async () => {
    const red = (title: string) => ({ id: 'a', title, metrics: KITCHEN.metrics });
    const first = await one(red('龙门镇烟花作坊爆炸致2人死亡'));
    const second = await one(red('英利镇烟花作坊爆炸致3人死亡'));
    const third = await one(red('东里镇幼儿园多名儿童中毒住院'));
    expect([first.id, second.id, third.id]).toEqual(['a', 'a~2', 'a~3']);
    const cases = [first, second, third].map((taken) => taken.case);
    expect(new Set(cases).size).toBe(3);
    expect(cases).not.toContain(undefined);
    // The second may be the first, put right: somebody is asked. The third is plainly none of both.
    expect((await stored('a~2'))?.suspected).toMatchObject([{ caseId: first.case, ground: 'place' }]);
    expect((await stored('a~3'))?.suspected).toBeUndefined();
    // And what is only mended or goes on stays the same item.
    expect(await one(red('龙门镇烟花作坊爆炸致5人死亡'))).toMatchObject({ id: 'a', case: first.case });
    expect(await one(red('英利镇烟花作坊爆炸致3人死亡,明火已扑灭'))).toMatchObject({ id: 'a~2' });
    expect((await stored('a'))?.versions).toHaveLength(1);
  });

  it('under which its story is told otherwise stays one item', async () => {
    await one(grave('a'));
    const again = await one(
      grave('a', {
        title: `${grave('a').title}(更新)`,
        content: '多所学校学生食物中毒送医,已有二十三人住院。',
      }),
    );
    expect(again).toMatchObject({ id: 'a', status: 'accepted' });
    expect(await stored('a~2')).toBeUndefined();
  });

  it.each([200, 201, 400, 2000])('of %i characters loses no item', async (length) => {
    const id = 'x'.repeat(length - 1);
    const [one1, one2] = [
      await one(plain(`${id}1`)),
      await one(plain(`${id}2`, { title: '东里镇一处井盖缺失' })),
    ];
    expect(one1.status).toBe('accepted');
    expect(one1.id).not.toBe(one2.id);
    expect(one1.id.length).toBeLessThanOrEqual(200);
    expect(await one(plain(`${id}1`))).toMatchObject({ id: one1.id, status: 'duplicate' });
    const told = await office.as('dutyOfficer')('GET', `/v1/items/demo/${encodeURIComponent(one1.id)}`);
    const { extra } = read(ItemReply, told);
    expect(extra.id ?? one1.id).toBe(`${id}1`);
  });
});
