import { describe, expect, it } from 'vitest';
import { grade } from '../../../shared/grading/grade.ts';
import { publisherOf } from '../../../shared/grading/publisher-of.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { evidenceOf, regulation, textsOf } from './regulation.ts';

const quiet = { text: '某店开业' };
const graded = (extra: Record<string, unknown>) =>
  grade(regulation, evidenceOf({ ...quiet, ...publisherOf(extra) }));
const inNanning = (extra: Record<string, unknown>) =>
  grade(regulations.nanning!, evidenceOf({ ...quiet, ...publisherOf(extra) }));

describe('what a medium publishes itself', () => {
  it.each([
    [{ siteName: '人民日报', mediaType: '报纸' }, '网站或平台名称为“人民日报”'],
    [{ siteName: '新华网客户端' }, '网站或平台名称为“新华网客户端”'],
    [{ siteName: '人民日報(微博)' }, '网站或平台名称为“人民日報(微博)”'],
    [{ siteName: '来源:央视网' }, '网站或平台名称为“央视网”'],
    [{ author: '央视新闻' }, '作者为“央视新闻”'],
    [{ author: '@人民日报官方微博' }, '作者为“@人民日报官方微博”'],
    [{ author: '3·15晚会' }, '作者为“3·15晚会”'],
    [{ siteName: '微博', author: '人民网' }, '作者为“人民网”'],
    [{ author: { id: 7, nickname: '新华社' } }, '作者为“新华社”'],
    [{ author: ['张三', '光明日报'] }, '作者为“光明日报”'],
  ])('%j is its report, which a person has to confirm', (extra, because) => {
    const found = graded(extra);
    expect(found).toMatchObject({ level: 'orange', flags: ['centralMedia'] });
    expect(textsOf(found)).toContain(
      `被中央主流媒体报道(${because}):不低于重大舆情(橙色);候选,须由局办公室确认`,
    );
  });

  it.each([
    { author: '央视小王' },
    { author: '人民网网友' },
    { author: '我爱人民日报' },
    { siteName: '人民网领导留言板' },
    { siteName: '新华社区' },
    { siteName: '微博', author: '张三' },
    { siteName: '' },
    { author: null },
    { author: { id: '人民日报' } },
    { author: `人民日报${'网'.repeat(200)}` },
  ])('%j is somebody else', (extra) => {
    expect(graded(extra)).toMatchObject({ level: 'routine', flags: [] });
  });

  it('counts beside what the words say, once', () => {
    const found = grade(regulation, evidenceOf({ text: '人民日报讯', siteName: '人民日报' }));
    expect(found.flags).toEqual(['centralMedia']);
    expect(textsOf(found)).toContain('提到“人民日报”、网站或平台名称为“人民日报”');
  });

  it.each([
    { siteName: '红豆社区' },
    { siteName: '南国早报' },
    { author: '南宁晚报' },
    { author: '广西新闻网官方微博' },
  ])('%j is 曝光 in Nanning', (extra) => {
    const found = inNanning(extra);
    expect(found).toMatchObject({ level: 'major', flags: ['mainstreamExposed'] });
    expect(textsOf(found)).toContain('候选,须由');
  });

  it.each([{ siteName: '人民日报' }, { author: '红豆社区网友' }, { siteName: '跨市区' }])(
    '%j is not on Nanning’s list',
    (extra) => {
      expect(inNanning(extra)).toMatchObject({ level: 'pending', flags: [] });
    },
  );

  it('says nothing where no floor is of media', () => {
    for (const id of ['hohhot', 'petition', 'yinzhou'])
      expect(
        grade(regulations[id]!, evidenceOf({ ...quiet, siteName: '信访局', author: '爆料' })).flags,
      ).toEqual([]);
  });
});
