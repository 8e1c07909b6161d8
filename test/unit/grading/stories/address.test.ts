import { describe, expect, it } from 'vitest';
import { articleOf, normaliseUrl } from '../../../../shared/grading/stories/address.ts';

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

describe('the article that an address names', () => {
  const biz = '__biz=MzA5MDM1MTcyNQ==&mid=2657710191&idx=1';
  it.each([
    [`http://mp.weixin.qq.com/s?${biz}&sn=cda068&chksm=aa&scene=126&sessionid=1#rd`, `weixin:${biz}`],
    [`https://mp.weixin.qq.com/s?poc_token=HJk9&sn=other&${biz}`, `weixin:${biz}`],
    ['https://mp.weixin.qq.com/s/yoKNjW2LhB3wNNrsbbpLLZ?scene=1', 'weixin:yoKNjW2LhB3wNNrsbbpLLZ'],
    ['https://m.weibo.cn/status/NxYzAbCd1', 'weibo:NxYzAbCd1'],
    ['https://weibo.com/1234567890/NxYzAbCd1?refer_flag=1', 'weibo:NxYzAbCd1'],
    ['https://www.douyin.com/video/7000068367422165228?previous_page=x', 'douyin:7000068367422165228'],
    ['https://www.douyin.com/user/abc?modal_id=7000068367422165228', 'douyin:7000068367422165228'],
    ['https://m.toutiao.com/article/7000000000000012345/?app=news', 'toutiao:7000000000000012345'],
    ['https://www.bilibili.com/video/BV1xx411c7mD/?p=1', 'bilibili:BV1xx411c7mD'],
    ['https://www.zhihu.com/question/123/answer/456', 'zhihu:answer/456'],
    ['https://zhuanlan.zhihu.com/p/789', 'zhihu:p/789'],
    ['https://tieba.baidu.com/p/8812345?pn=2', 'tieba:8812345'],
    [
      'https://www.xiaohongshu.com/explore/008160bca5180cb33959ad5d?xsec=1',
      'xiaohongshu:008160bca5180cb33959ad5d',
    ],
    ['https://baijiahao.baidu.com/s?id=1000000885875995930&wfr=spider', 'baijiahao:1000000885875995930'],
    ['http://www.x.gov.cn/art/2026/3/2/art_1229_58.html?from=app', 'x.gov.cn/art/2026/3/2/art_1229_58.html'],
    ['https://12345.x.gov.cn/letter?ref=2026-00017', '12345.x.gov.cn/letter?ref=2026-00017'],
    [
      'https://12336.x.gov.cn/case/show.do?caseNo=YX2026-03391',
      '12336.x.gov.cn/case/show.do?caseNo=YX2026-03391',
    ],
    [
      'https://x.gov.cn/wx/index.html?#/order/info?id=88120931',
      'x.gov.cn/wx/index.html#/order/info?id=88120931',
    ],
    ['https://bbs.x.com/forum.php?mod=viewthread&tid=77810', 'bbs.x.com/forum.php?mod=viewthread&tid=77810'],
    ['https://wap.bbs.x.com/t/663201/?page=1&ref=share', 'bbs.x.com/t/663201'],
    ['https://x.com/news/school-lunch-poisoning', 'x.com/news/school-lunch-poisoning'],
    // Perhaps a list: the words have to agree.
    ['https://x.com/zixun', '?x.com/zixun'],
  ])('%s → %s', (url, expected) => {
    expect(articleOf(url)).toBe(expected);
  });

  it.each([
    'https://bbs.example.com/',
    'https://bbs.example.com/index.html',
    'https://x.gov.cn/col/col1229/index.html',
    'https://x.gov.cn/list?status=done&page=1',
    'https://x.gov.cn/letter?ref=share',
    'https://x.com/2026/11/30/',
    'https://paper.x.com/2026-11/30/node_2.htm',
    'https://x.com/news/list_2.html',
    'https://s.weibo.com/weibo?q=%23a%23',
    'https://www.douyin.com/hot/2291',
    'https://www.douyin.com/discover',
    'https://tieba.baidu.com/f?kw=雷州',
    'https://weibo.com/1234567890',
    '不是网址',
  ])('%s names none', (url) => {
    expect(articleOf(url)).toBeNull();
  });

  it.each([
    ['https://12345.x.gov.cn/letter?ref=2026-00017', 'https://12345.x.gov.cn/letter?ref=2026-00918'],
    ['https://x.cn/a?id=1%2B1', 'https://x.cn/a?id=1+1'],
    ['https://x.cn/a?id=A1', 'https://x.cn/a?id=a1'],
    ['https://x.cn/detail.html#/123', 'https://x.cn/detail.html#/132'],
    ['https://x.cn/read.asp?BoardID=4&ID=9920', 'https://x.cn/read.asp?BoardID=4&ID=9926'],
  ])('%s and %s are two', (one, other) => {
    expect(articleOf(one)).not.toBeNull();
    expect(articleOf(one)).not.toBe(articleOf(other));
  });
});
