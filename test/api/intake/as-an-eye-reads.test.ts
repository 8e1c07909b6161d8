import { beforeEach, describe, expect, it } from 'vitest';
import { type Feed, openFeed } from './feed.ts';

let office: Feed['office'];
let one: Feed['one'];
let stored: Feed['stored'];
beforeEach(async () => {
  ({ office, one, stored } = await openFeed());
});

const foundBy = async (title: string): Promise<string[]> => {
  const told = await office.as('dutyOfficer')('GET', '/v1/items', undefined, { title });
  expect(told.status).toBe(200);
  return (told.body as { items: { title: string }[] }).items.map((each) => each.title);
};

describe('an item whose words are written with noise', () => {
  it.each([
    ['markup', '乙镇一学校发生重大<em>食品安全</em>事故', '乙镇一学校发生重大食品安全事故'],
    ['references', '丙镇一学校发生重大&#39135;&amp;#x54C1;安全事故', '丙镇一学校发生重大食品安全事故'],
    ['what is not seen', '丁镇一学校发生重大食品\u200b安\ufe0f全事故', '丁镇一学校发生重大食品安全事故'],
    [
      'radicals and width',
      '戊镇一学校发生重⼤⻝品安全事故,CCTV曝光',
      '戊镇一学校发生重大食品安全事故,CCTV曝光',
    ],
    ['traditional forms', '學校食堂被央視曝光,人民日報評論', '学校食堂被央视曝光,人民日报评论'],
    ['signs', '己镇一学校发生重大食.品.安.全事故', '己镇一学校发生重大食品安全事故'],
  ])('is graded as without: %s', async (_what, title, plain) => {
    const noisy = await one({ id: 'noisy', title });
    const clean = await one({ id: 'clean', title: plain });
    expect(noisy.warningLevel.id).not.toBe('routine');
    expect(noisy.warningLevel).toEqual(clean.warningLevel);
    expect(noisy.handlingLevel).toEqual(clean.handlingLevel);
    expect(noisy.reasons).toEqual(clean.reasons);
    // What is kept and shown is what was sent.
    expect(await stored('noisy')).toMatchObject({ title });
    expect(await foundBy(plain)).toContain(title);
    expect(await foundBy(title)).toContain(title);
  });

  it('is shown and graded as the text that it is, where a program wrote it in another way; what came is kept', async () => {
    const title = '\\u5b66\\u6821\\u53d1\\u751f\\u91cd\\u5927\\u98df\\u54c1\\u5b89\\u5168\\u4e8b\\u6545';
    const told = await one({ id: 'escaped', title });
    const clean = await one({ id: 'clean', title: '学校发生重大食品安全事故' });
    expect(told).toMatchObject({
      warningLevel: clean.warningLevel,
      warnings: [{ field: 'title', value: title, kind: 'restored' }],
    });
    expect(await stored('escaped')).toMatchObject({
      title: '学校发生重大食品安全事故',
      extra: { title },
    });
  });

  it('is the same story as its twin without', async () => {
    const content =
      '3月2日上午,附城镇某小学多名学生在食堂用餐后出现呕吐、腹泻症状,家长称校方未及时通报,央视曝光。';
    const twin = content
      .replaceAll('学', '學')
      .replace('央视', '<b>央\u2060視</b>')
      .replaceAll(',', '&nbsp;,');
    const first = await one({ id: 'a', title: '某小学学生送医', content });
    const second = await one({ id: 'b', title: '某小學學生送醫', content: twin });
    expect(second.case).toBe(first.case);
    expect(first.case).toBeDefined();
  });
});
