import { describe, expect, it } from 'vitest';
import { compareTellings, measureOf } from '../../../../shared/grading/stories/compare.ts';
import { saysOther } from '../../../../shared/grading/stories/edits/says-other.ts';
import { createTellings } from '../../../../shared/grading/stories/index-of-tellings.ts';
import { withFigures } from '../../../../shared/grading/stories/numerals.ts';
import { tellingOf } from '../../../../shared/grading/stories/telling.ts';
import { tokensOf } from '../../../../shared/grading/stories/tokens.ts';
import { plainTextOf } from '../../../../shared/grading/stories/told-text.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { leizhou } from '../../../support/bureaus.ts';

type Said = { title: string; content?: string; url?: string; publishedAt?: string };
const compare = (one: Said, other: Said, regulation = leizhou) =>
  compareTellings(tellingOf(one), tellingOf(other), measureOf(regulation));
const titles = (one: string, other: string) => compare({ title: one }, { title: other });

const REPORT = {
  title: '雷州客路镇一冷饮厂氨气泄漏,三名工人送医',
  content:
    '3月2日上午7时40分,客路镇雪源冷饮有限公司制冷车间发生氨气泄漏,3名工人吸入后被送往镇卫生院,无生命危险。消防人员关闭了阀门,下风向的村民已转移。',
};

describe('one matter', () => {
  it.each([
    ['in the same words', REPORT, REPORT, 'words'],
    ['copied under another title', REPORT, { ...REPORT, title: '凌晨惊魂!这个镇怎么了' }, 'copied'],
    [
      'quoted by whoever comments on it',
      REPORT,
      { title: '转发微博', content: `太吓人了//@早安:${REPORT.content}` },
      'copied',
    ],
    ['told in a title alone', REPORT, { title: '客路镇冷饮厂氨气泄漏' }, 'short'],
    [
      'told again in other words',
      REPORT,
      {
        title: '太呛人了',
        content:
          '客路镇那个做冷饮的厂子漏氨气了,工人被救护车拉走三个,消防拿水枪在喷,我们下风口的村民全让转移了,阀门听说关了。',
      },
      'retold',
    ],
  ])('%s', (_, one, other, ground) => {
    expect(compare(one, other)).toMatchObject({ outcome: 'same', ground });
    expect(compare(other, one)).toMatchObject({ outcome: 'same', ground });
  });

  it('by its address, where it says hardly anything else', () => {
    const url = 'https://news.example.com/2026/10001.html';
    expect(compare({ ...REPORT, url }, { title: '另一个标题', url })).toMatchObject({
      outcome: 'same',
      ground: 'address',
    });
  });

  it('by an address that may be a list, only where the words agree', () => {
    const url = 'https://example.com/zixun';
    expect(compare({ ...REPORT, url }, { title: '另一个标题', url }).outcome).toBe('apart');
    expect(compare({ title: '市民咨询营业时间', url }, { title: '市民咨询营业时间之二', url }).outcome).toBe(
      'same',
    );
  });

  it('is not joined when it was published longer ago than the window, unless every word is the same', () => {
    const at = (day: number, time = '00:00:00') => ({
      ...REPORT,
      publishedAt: `2026-03-0${day}T${time}.000Z`,
    });
    expect(compare(at(1), at(9)).outcome).toBe('same');
    const retitled = { ...at(1), title: '凌晨惊魂!这个镇怎么了' };
    expect(compare(retitled, at(4)).outcome).toBe('same');
    expect(compare(retitled, at(4, '00:00:01'))).toMatchObject({ outcome: 'suspected', ground: 'day' });
  });

  it('is the same in every bureau', () => {
    for (const regulation of Object.values(regulations))
      expect(compare(REPORT, { title: '客路镇冷饮厂氨气泄漏' }, regulation).outcome).toBe('same');
  });
});

describe('two matters', () => {
  it.each([
    ['another town', '客路镇中心小学举行消防疏散演练', '杨家镇中心小学举行消防疏散演练', 'area'],
    [
      'another batch',
      '雷州市食品抽检不合格情况通告(第12期)',
      '雷州市食品抽检不合格情况通告(第13期)',
      'ordinal',
    ],
    ['another line', '关于3路公交车临时绕行的通告', '关于8路公交车临时绕行的通告', 'ordinal'],
    [
      'another event of the same house',
      '雷州人民医院停车场收费翻倍',
      '雷州人民医院护士被醉酒男子推搡',
      'otherWords',
    ],
  ])('%s', (_, one, other, ground) => {
    expect(titles(one, other)).toMatchObject({ outcome: 'apart', ground });
  });

  it.each([
    ['another house', '雷州万佳和超市卖过期食品', '雷州万佳和药店卖过期食品', 'house'],
    ['another word', '雷州城南小学门口车祸', '雷州城南小学门口火灾', 'word'],
  ])('perhaps: %s', (_, one, other, ground) => {
    expect(titles(one, other)).toMatchObject({ outcome: 'suspected', ground });
  });

  it('perhaps: two answers of one pattern, and an address that has other words now', () => {
    const answer = (about: string, done: string) => ({
      title: `关于“${about}”的答复`,
      content: `您好!您通过民声通道提交的诉求已转我单位办理,现将办理情况告知如下:${done}您对办理结果是否满意,请于五日内评价。`,
    });
    const one = answer('骑手闯红灯', '已约谈三家外卖站点,对闯红灯骑手停单处理。');
    const other = answer('油烟直排', '已责令七家烧烤店加装净化器。');
    expect(compare(one, other)).toMatchObject({ outcome: 'suspected', ground: 'template' });
    const url = 'https://news.example.com/2026/10001.html';
    const bridge = {
      title: '客路镇在建大桥桥面垮塌',
      content: '五名工人被埋,消防和挖掘机正在现场搜救,原因待查。',
    };
    expect(compare({ ...REPORT, url }, { ...bridge, url })).toMatchObject({
      outcome: 'suspected',
      ground: 'sameAddress',
    });
  });

  it('a title that fits every matter is no matter', () => {
    expect(titles('官方通报来了!', '官方通报来了!').outcome).toBe('apart');
  });
});

describe('what an id is used for again', () => {
  const bridge = {
    title: '客路镇在建大桥桥面垮塌',
    content: '五名工人被埋,消防和挖掘机正在现场搜救,原因待查。',
  };
  it.each([
    ['another story', bridge, true],
    ['the same story, told otherwise', { title: '客路镇冷饮厂氨气泄漏事故:三名工人已出院' }, false],
    ['hardly any words', { title: '更正' }, false],
  ])('%s', (_, other, expected) => {
    expect(saysOther(tellingOf(REPORT), tellingOf(other))).toBe(expected);
  });

  it('the same article is its own story, whatever it says now', () => {
    const url = 'https://news.example.com/2026/10001.html';
    expect(saysOther(tellingOf({ ...REPORT, url }), tellingOf({ ...bridge, url }))).toBe(false);
  });
});

describe('many tellings', () => {
  const random = (() => {
    let state = 1;
    return (most: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * most);
    };
  })();
  /** Words of ideographs that no dictionary knows. */
  const noise = () => Array.from({ length: 60 }, () => String.fromCodePoint(0x4e00 + random(6000))).join('');

  it('the one that is alike is found among thousands, and no other', () => {
    const tellings = createTellings(measureOf(leizhou), 60);
    for (let number = 0; number < 3000; number += 1)
      tellings.note(
        `n${number}`,
        tellingOf({ title: noise(), content: '网友反映的问题已收悉,经核查情况属实。' }),
      );
    tellings.note('own', tellingOf(REPORT));
    const [first, ...others] = tellings.alike(tellingOf({ title: '客路镇冷饮厂氨气泄漏' }));
    expect(first).toMatchObject({ name: 'own', comparison: { outcome: 'same' } });
    expect(others).toEqual([]);
    tellings.forget('own');
    expect(tellings.alike(tellingOf(REPORT))).toEqual([]);
  });
});

it.each([
  ['一千八百六十套', '1860套'],
  ['1.2万张', '12000张'],
  ['一万二千张', '12000张'],
  ['五百万', '5000000'],
  ['一百八', '180'],
  ['二零二六年', '2026年'],
  ['第二小学', '第2小学'],
  ['1,860套', '1860套'],
  ['一次', '一次'],
  ['十几台', '十几台'],
])('%s is %s', (text, expected) => {
  expect(withFigures(text)).toBe(expected);
});

it.each([
  ['国道305线', 'g305线'],
  ['省道 S214', 's214'],
  ['县道12乡道', 'x12乡道'],
])('the road %s is %s', (text, expected) => {
  expect(plainTextOf(text)).toBe(expected);
});

it('120 is an ambulance, and no part of 3120 or 120.5', () => {
  const words = (text: string) => tokensOf(text).map(({ word }) => word);
  expect(words('打120')).toContain('救护车');
  for (const text of ['3120罐', '1200户', '120.5吨']) expect(words(text)).not.toContain('救护车');
});

it('what was scrapped early is no morning paper', () => {
  const scrapped = {
    title: '一辆早报废的三轮摩托,停了透析老人的低保',
    content: '客路镇河西村透析老人的低保停发,名下三轮摩托早已报废,镇民政所已补发。',
  };
  const asked = { title: '低保被取消', content: `${scrapped.content}请求恢复。` };
  expect(compare(scrapped, asked).outcome).toBe('same');
});

it('a banner is one under their long and their short name', () => {
  const told = (banner: string) =>
    `${banner}萨拉齐镇敕勒川大街一名五岁孩子踩翻井盖掉进污水井,修鞋大爷跳下去把孩子托了上来。`;
  expect(titles(told('土默特右旗'), told('土右旗')).outcome).toBe('same');
  expect(titles(told('土默特右旗'), told('土左旗'))).toMatchObject({ outcome: 'apart', ground: 'area' });
});
