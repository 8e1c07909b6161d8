import { describe, expect, it } from 'vitest';
import { spoken } from '../../web/model/spoken.ts';

describe('the words of the system on a screen', () => {
  it.each([
    ['登录已失效,请重新登录', '登录已失效，请重新登录'],
    ['雷州市市场监督管理局(知识产权局)', '雷州市市场监督管理局（知识产权局）'],
    ['办法第22条(二)', '办法第22条（二）'],
    ['确定警示级别(A)', '确定警示级别（A）'],
    ['自3月2日22:50起;24小时内', '自3月2日22:50起；24小时内'],
    ['对外发布(回应、答复(意见)),由股室', '对外发布（回应、答复（意见）），由股室'],
    ['《办法》第十四条:“重大”', '《办法》第十四条：“重大”'],
  ])('%s', (given, said) => expect(spoken(given)).toBe(said));
  it('leaves alone what is no Chinese', () => {
    for (const text of ['22:50', 'https://example.com/a?b=1,2', '2026-03-02T09:00:00+08:00', 'a, b (c)'])
      expect(spoken(text)).toBe(text);
  });
  it('changes nothing the second time', () => {
    const once = spoken('提交报告(初报、续报;报局领导),由股室(food)办理:12:00');
    expect(spoken(once)).toBe(once);
  });
});
