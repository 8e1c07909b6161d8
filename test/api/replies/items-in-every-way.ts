import type { createNotedDesks } from '../../support/noted-desk.ts';
import { grave, plain } from '../../support/office.ts';
import { caseOf } from '../../support/told.ts';

/** Items in every state, with and without what a feed may say. */
export const playItems = async ({
  note,
  officeHead,
}: Pick<ReturnType<typeof createNotedDesks>, 'note' | 'officeHead'>): Promise<void> => {
  const [office, desk] = await officeHead();
  const push = async (...items: unknown[]) => note('POST /v1/feeds/{feed}/items', await office.push(items));
  await push(plain('bare', { url: undefined }), plain('a'), grave('b'));
  await push(plain('a'), { id: 'bad' }, 5);
  // Another push under the id of one before.
  for (const id of ['x', 'y'])
    note('POST /v1/feeds/{feed}/items', await office.push([plain(id)], { id: 'always' }));
  const url = 'https://news.example.com/2026/10001.html';
  await push(grave('c', { url, content: `${grave('b').content}。转` }), grave('d', { url }));
  // Perhaps one matter, and as likely two.
  const shop = (id: string, name: string) => ({
    id,
    title: `央视曝光雷州万佳和${name}卖过期食品致多名学生住院`,
    metrics: grave(id).metrics,
  });
  await push(shop('shop', '超市'));
  const caseId = caseOf(await push(shop('pharmacy', '药店')));
  await desk.readCase(caseId);
  await desk.give(caseId, { type: 'RecordAction', action: 'verificationOrdered', text: '责成核实' });
  await desk.readItem('pharmacy');
  await push(
    plain('full', {
      content: '正文',
      publishedAt: '2026-03-02 07:00',
      occurredAt: '2026-03-02 06:00',
      mediaTier: '省级媒体、主要城市网站',
      hotSearch: '本地榜',
      metrics: { reposts: 1, views: 2, comments: 3, likes: 4 },
      collectedAt: '2026-03-02 07:00',
      source: {
        kind: 'city-prompted',
        reference: '1号',
        regardedAs: 'blue',
        receivedAt: '2026-03-02 07:30',
      },
      flags: ['specificFacts'],
      unit: 'food',
    }),
    plain('prompted', { source: { kind: 'monitored' } }),
    plain('warned', {
      title: '长'.repeat(501),
      content: '\\u5e02\\u6c11',
      publishedAt: '3小时前',
      eventAt: '2026-03-01',
      collectedAt: '2026-03-03 07:00',
      metrics: { views: -1 },
      flags: ['涉密件'],
      replyCount: 5,
    }),
  );
  // Said otherwise later: another version.
  await push(plain('edited'));
  await push(plain('edited', { title: '更正后的标题' }));
  const full = (await office.system.items.find('demo', 'full'))!;
  for (const outcome of ['pending', 'watched'] as const)
    await office.system.items.put({ ...full, id: outcome, outcome, revision: 1 });
  await desk.get('GET /v1/items', '/v1/items');
  for (const id of ['bare', 'a', 'b', 'full', 'prompted', 'pending', 'watched', 'warned', 'edited'])
    await desk.readItem(id);
};
