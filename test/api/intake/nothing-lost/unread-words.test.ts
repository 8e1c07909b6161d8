import { beforeEach, describe, expect, it } from 'vitest';
import { ItemReply } from '../../../../shared/contracts/replies/items.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { grave, type Office, plain } from '../../../support/office.ts';
import { read, takenIn } from '../../../support/told.ts';
import { openFeed } from '../feed.ts';

const AT_ONCE = 'SX59';
const NIGHT = '2026-03-02T18:00:00.000Z';
const MINUTE = 60_000;
/** For which every one of the bureaus has a limit in numbers, and what none of them has one for. */
const WORDS: Readonly<Record<string, string>> = {
  leizhou: '境外媒体报道,重大食品安全事故,多人死亡,监管不力引发热议',
  yinzhou: '突发事件发生火灾',
  petition: '信访局不作为',
  nanning: '广西日报报道工商局不作为',
  hohhot: '群体性事件',
};
const HARMLESS = '本店新品上市,全场八折,欢迎光临。版权所有,转载请注明出处。';

const openAt = async (bureau: string) => {
  const { office } = await openFeed(regulations[bureau]!);
  office.at(NIGHT);
  return office;
};
const told = async (office: Office): Promise<number> => {
  await office.notify();
  return office.sent.filter(({ message }) => message.templateId === AT_ONCE).length;
};
const itemOf = async (office: Office, id: string) =>
  read(ItemReply, await office.as('officeHead')('GET', `/v1/items/demo/${id}`));

describe.each(Object.entries(WORDS))('words in a field that is not read (%s)', (bureau, words) => {
  let office: Office;
  beforeEach(async () => {
    office = await openAt(bureau);
  });
  const item = (more: object) => ({ id: 'a', title: '市民咨询营业时间', ...more });

  it.each([
    ['another name', { text: words }],
    ['our name written otherwise', { Content: words }],
    ['an object where a text should be', { content: { text: words } }],
    ['a short form beside a title', { summary: words }],
    ['what a picture says', { ocrText: [{ lines: ['图一', words] }] }],
    ['a name of nobody', { x1: { y: { z: { deep: words } } } }],
    ['escapes', { body: [...words].map((sign) => `\\u${sign.charCodeAt(0).toString(16)}`).join('') }],
    ['base64', { raw: Buffer.from(words).toString('base64') }],
  ])(
    '%s: the item is taken as it is read, and who is on duty hears at once, by night too',
    async (_, more) => {
      const taken = takenIn(await office.push([item(more)]));
      expect(taken).toMatchObject({ status: 'accepted' });
      expect(taken.warnings?.[0]).toMatchObject({
        kind: 'unused',
        message: expect.stringMatching(/^【请立即核实】有文字没有读取,连同这些文字应为.+:请改用 content/),
      });
      expect(await told(office)).toBeGreaterThan(0);
      expect(await itemOf(office, 'a')).toMatchObject({ isGrave: true, became: 'open' });
      expect(await itemOf(office, 'a')).not.toHaveProperty('content');
    },
  );

  it.each([
    ['advertisements', { footer: HARMLESS, ad: words }],
    ['what a program looked for', { keywords: words, matched_keywords: [words] }],
    ['other articles', { relatedArticles: [{ title: words }] }],
    ['what is denied', { text: '网传多人死亡不属实' }],
  ])('%s raise nothing', async (_, more) => {
    await office.push([item({})]);
    const before = await told(office);
    office.pass(MINUTE);
    const { warnings = [] } = takenIn(await office.push([item(more)]));
    expect(warnings.filter(({ message }) => message.includes('请立即核实'))).toEqual([]);
    // What a bureau has still to judge is told of at once, whatever it says.
    expect(await told(office)).toBe(before);
  });
});

describe('what is not read and may be grave', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openAt('leizhou');
  });
  const text = WORDS.leizhou!;

  it('is told once; counters and what else is said of it move nothing', async () => {
    await office.push([plain('a')]);
    expect(await told(office)).toBe(0);
    office.pass(MINUTE);
    await office.push([plain('a', { text })]);
    expect(await told(office)).toBe(1);
    office.pass(MINUTE);
    await office.push([plain('a', { text, metrics: { views: 3 } })]);
    expect(await told(office)).toBe(1);
    office.pass(MINUTE);
    await office.push([plain('a', { text: `${text}(3分钟前更新)` })]);
    expect(await told(office)).toBe(1);
  });

  it('is told anew where it would raise the item further', async () => {
    await office.push([plain('a', { text: '多名学生住院,监管不力引发热议' })]);
    expect(await told(office)).toBe(1);
    office.pass(MINUTE);
    await office.push([plain('a', { text })]);
    expect(await told(office)).toBe(2);
  });

  it('is told of an item that was in a digest, or that somebody has read', async () => {
    await office.push([plain('a'), plain('b')]);
    const judged = await office.as('dutyOfficer')('POST', '/v1/items/demo/b/judgement', { as: 'read' });
    expect(judged.status).toBe(200);
    office.at('2026-03-03T01:00:00.000Z');
    await office.sweep();
    expect(await itemOf(office, 'a')).toMatchObject({ outcome: 'watched' });
    await office.push([plain('a', { text })]);
    expect(await told(office)).toBe(1);
    office.pass(MINUTE);
    await office.push([plain('b', { text })]);
    expect(await told(office)).toBe(2);
  });

  it('is told of an item that opens a case by what was read, and is in one', async () => {
    const words = { title: '食堂问题', content: '多名学生住院,监管不力引发热议' };
    const opened = takenIn(await office.push([plain('a', words)]));
    expect(opened.case).toBeDefined();
    expect(await told(office)).toBe(0);
    for (const views of [4, 5]) {
      office.pass(MINUTE);
      await office.push([plain('a', { ...words, text, metrics: { views } })]);
      expect(await told(office)).toBe(1);
    }
    office.pass(MINUTE);
    const other = { ...words, title: '某镇另一家食堂的问题', text };
    expect(takenIn(await office.push([plain('b', other)])).case).toBeDefined();
    expect(await told(office)).toBe(2);
  });

  it('says nothing more than what was read says itself', async () => {
    const { content, ...item } = grave('a');
    await office.push([{ ...item, content, text: content }]);
    expect(await told(office)).toBe(0);
  });

  it('may be a mark of secrecy', async () => {
    const taken = takenIn(await office.push([plain('a', { body: '机密★10年 关于一事的情况' })]));
    expect(taken.warnings?.[0]?.message).toContain('像是密级标志“机密★”');
    expect(await told(office)).toBe(1);
  });
});
