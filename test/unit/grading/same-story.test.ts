import { describe, expect, it } from 'vitest';
import { bandsOf, normaliseUrl, signatureOf, similarity } from '../../../shared/grading/same-story.ts';

describe('an address', () => {
  it.each([
    ['HTTP://News.Example.COM/a', 'https://news.example.com/a'],
    ['http://example.com:80/a', 'https://example.com/a'],
    ['https://example.com:443/a', 'https://example.com/a'],
    ['https://example.com:8443/a', 'https://example.com:8443/a'],
    ['https://example.com/a#comments', 'https://example.com/a'],
    ['https://example.com/a/', 'https://example.com/a'],
    ['https://example.com/', 'https://example.com'],
    ['https://www.example.com/a', 'https://example.com/a'],
    ['https://m.example.com/a', 'https://example.com/a'],
    ['https://m.cn/a', 'https://m.cn/a'],
    [
      'https://example.com/a?utm_source=x&id=7&spm=1.2&from=timeline&shareToken=z',
      'https://example.com/a?id=7',
    ],
    ['https://example.com/a?b=2&a=1', 'https://example.com/a?a=1&b=2'],
    ['https://example.com/#/news/7', 'https://example.com#/news/7'],
    ['https://example.com/A', 'https://example.com/A'],
    [
      'https://mp.weixin.qq.com/s?__biz=B&mid=1&idx=2&sn=3&chksm=4&scene=21#wechat_redirect',
      'https://mp.weixin.qq.com/s?__biz=B&idx=2&mid=1&sn=3',
    ],
  ])('%s → %s', (url, expected) => {
    expect(normaliseUrl(url)).toBe(expected);
  });

  it.each(['', '不是网址', 'ftp://example.com/a', 'javascript:alert(1)'])('%s is none', (url) => {
    expect(normaliseUrl(url)).toBeNull();
  });

  it('is unchanged when normalised again', () => {
    const once = normaliseUrl('http://www.example.com/新闻/?q=食物 中毒&utm_medium=x')!;
    expect(normaliseUrl(once)).toBe(once);
  });

  it('differs when what it shows differs', () => {
    expect(normaliseUrl('https://example.com/a?id=1')).not.toBe(normaliseUrl('https://example.com/a?id=2'));
    expect(normaliseUrl('https://example.com/#/news/1')).not.toBe(
      normaliseUrl('https://example.com/#/news/2'),
    );
  });
});

const story =
  '3月2日上午,雷州市附城镇某小学多名学生在食堂用餐后出现呕吐、腹泻症状,家长称校方未及时通报。' +
  '截至当日18时,共有12名学生被送往雷州市人民医院就诊,其中3人住院观察,生命体征平稳。' +
  '市场监管部门已到场封存食材并抽样送检,结果预计三日后公布。';
const repost = `转发:${story.replace('12名', '13名').replace('三日后', '五日后').replaceAll(',', ', ')}`;
const sameTopic =
  '雷州客路镇一所中学的家长反映,孩子连续几天在学校食堂吃完午饭后肚子疼,怀疑食材不新鲜。' +
  '学校回应称供餐公司资质齐全,近期未收到类似投诉,将请市场监管所上门检查后厨卫生。' +
  '有家长建议公开采购台账,让大家监督孩子们每天吃的到底是什么。';

const likeness = (a: string, b: string) => similarity(signatureOf(a)!, signatureOf(b)!);
const shareBand = (a: string, b: string) => {
  const other = new Set(bandsOf(signatureOf(b)!));
  return bandsOf(signatureOf(a)!).some((band) => other.has(band));
};

describe('a text', () => {
  it('is like itself in other widths, spaces, punctuation and links', () => {
    const other = ` ${story.replaceAll('3', '3').replaceAll('。', '!\n')} https://t.cn/A6abc `;
    expect(likeness(story, other)).toBe(1);
  });

  it('is the same story as a repost with a prefix and a few changed characters', () => {
    expect(likeness(story, repost)).toBeGreaterThanOrEqual(0.8);
    expect(shareBand(story, repost)).toBe(true);
  });

  it('is not the same story as another one on the same topic', () => {
    expect(likeness(story, sameTopic)).toBeLessThan(0.2);
    expect(shareBand(story, sameTopic)).toBe(false);
  });

  it.each([
    ['雷'.repeat(19), true],
    ['雷'.repeat(20), false],
    [`${'雷'.repeat(19)},!。`, true],
    ['', true],
  ])('is too short to compare below twenty characters: %s', (text, tooShort) => {
    expect(signatureOf(text) === null).toBe(tooShort);
  });

  it('has the same signature on every machine', () => {
    const signature = signatureOf(story)!;
    expect(signature).toHaveLength(128);
    expect(signature.slice(0, 3)).toMatchInlineSnapshot(`
      [
        8717245,
        34360304,
        52315794,
      ]
    `);
    expect(bandsOf(signature)[0]).toMatchInlineSnapshot(`"0-1fa384ca8589b3cb"`);
  });

  it('is not compared with a signature of another length', () => {
    expect(() => similarity(signatureOf(story)!, [1, 2])).toThrow(RangeError);
  });
});

describe('the estimate and the bands', () => {
  /** A reproducible stream of ideographs; so many occur that hardly any piece repeats by chance. */
  const textFrom = (seed: number, length: number): string => {
    let state = seed;
    return Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return String.fromCharCode(0x4e00 + ((state >>> 8) % 5000));
    }).join('');
  };
  /** Two texts of n pieces that share the first m: Jaccard m / (2n − m). */
  const pair = (seed: number, shared: number): [string, string] => {
    const start = textFrom(seed, shared + 2);
    return [start + textFrom(seed + 7_777, 180 - shared), start + textFrom(seed + 99_999, 180 - shared)];
  };
  const trials = Array.from({ length: 400 }, (_, index) => index * 31 + 1);

  it('find more than 99 % of the pairs whose Jaccard similarity is 0.8', () => {
    const missed = trials.filter((seed) => !shareBand(...pair(seed, 160)));
    expect(missed.length).toBeLessThanOrEqual(4);
  });

  it('bring together few pairs whose Jaccard similarity is 0.3', () => {
    const met = trials.filter((seed) => shareBand(...pair(seed, 83)));
    expect(met.length).toBeLessThan(40);
  });

  it('estimate the similarity without bias', () => {
    const mean = trials.reduce((sum, seed) => sum + likeness(...pair(seed, 160)), 0) / trials.length;
    expect(mean).toBeGreaterThan(0.79);
    expect(mean).toBeLessThan(0.81);
  });
});
