/** What a feed brings in a night: what can wait, what has a sign of more, what nobody can read, what becomes a case. */
export const BROUGHT = [
  {
    id: '2026/0302 一',
    title: '市民咨询个体工商户年报怎样填写',
    content: '请问年报在哪里填。',
    url: 'https://bbs.example.com/1',
    publishedAt: '2026-03-02T22:30:00+08:00',
    metrics: { reposts: 0, views: 45, comments: 2 },
  },
  {
    id: 'b',
    title: '网帖称某农贸市场短斤缺两',
    content: '第一段。\n第二段:已经反映过两次。',
    publishedAt: '昨天',
    metrics: { reposts: 3, views: '3000+', comments: -1 },
    flags: ['涉密件'],
    siteName: '示例社区',
    section: { name: '民生', rank: 3 },
  },
  { id: 'c', title: '某超市促销信息', content: '买一送一' },
  { id: 'd', title: '邻市某餐馆卫生差', content: '位于邻市' },
  {
    id: 'e',
    title: '雷州多家学校食堂多名学生住院,家长质疑监管缺位',
    content: '多所学校学生食物中毒送医,网友热议持续发酵,监管不力引发热议,涉及多个乡镇。',
    metrics: { reposts: 6000, views: 600_000, comments: 6000 },
  },
];
/** What it brings that cannot be taken in: without an id that can be used, marked 涉密, and a whole push that breaks off. */
export const REFUSED = [
  {
    title: '某小学食堂多名学生腹泻',
    content: '家长称午餐后多名学生腹泻送医。',
    siteName: '示例社区',
    id: 'x'.repeat(2400),
  },
  { id: '', title: '市民咨询营业时间' },
  { id: '', title: '某涉密事项', flags: ['secret'] },
];
export const BROKEN = '{"title":"某菜市场';
