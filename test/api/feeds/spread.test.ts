import { describe, expect, it } from 'vitest';
import { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { withSettings } from '../../../shared/regulations/settings.ts';
import { createOffice, grave, type Office } from '../../support/office.ts';
import { logIn, read } from '../../support/told.ts';

const MINUTE = 60_000;
const RULES = { spreadPosts: '4/PT1H', spreadGrowth: '+5000/PT30M' };
const TEXT = 'SX80';
/** One story, told under an address of its own. */
const told = (id: string, more: Record<string, unknown> = {}) =>
  grave('a', { id, url: `https://n.example.com/${id}`, ...more });
const openOffice = async (chosen: Record<string, string> = RULES, bureau = 'leizhou'): Promise<Office> =>
  createOffice({ regulation: withSettings(regulations[bureau]!, chosen) });
const caseOfStory = async (office: Office) => {
  const { body } = await office.as('officeHead')('GET', '/v1/cases');
  const [row] = (body as { cases: { case: string }[] }).cases;
  return row!.case;
};
const texts = ({ sent }: Office) =>
  sent.filter(({ message }) => message.templateId === TEXT).map(({ message }) => message.text);
/** Everybody has had his text. */
const hear = async (office: Office): Promise<void> => {
  await office.notify(await caseOfStory(office));
  office.pass(MINUTE);
};
const readCase = async (office: Office) =>
  read(CaseReply, await office.as('officeHead')('GET', `/v1/cases/${await caseOfStory(office)}`));

describe('a story that spreads', () => {
  it('is told with what was counted, proposed and not raised, and stands in the log', async () => {
    const office = await openOffice();
    for (const [index, id] of ['1', '2', '3'].entries()) {
      office.at(`2026-03-02T00:${index}0:00.000Z`);
      await office.push([told(id)]);
    }
    const before = await readCase(office);
    expect(before.question).toBeNull();
    await hear(office);
    office.at('2026-03-02T00:30:00.000Z');
    await office.push([told('4')]);
    const after = await readCase(office);
    await hear(office);
    expect(after.handlingLevel).toEqual(before.handlingLevel);
    expect(after.question).toEqual({
      at: '2026-03-02T08:30:00+08:00',
      level: { id: 'red', name: '特别重大舆情', short: '红' },
      text: '3月2日8时至8时30分出现4条不同信息',
    });
    expect(texts(office).length).toBeGreaterThan(0);
    expect(texts(office)[0]).toMatch(
      /^【雷州市监】LZ2026-0001\(.+\)3月2日8时至8时30分出现4条不同信息,请研判级别/,
    );
    const { entries } = logIn(await office.as('officeHead')('GET', `/v1/cases/${after.case}/log`));
    expect(entries.flatMap(({ labels }) => labels)).toContain(
      '3月2日8时至8时30分出现4条不同信息(本局设置的提示条件),请研判保留或升为特别重大舆情',
    );
  });

  it('is what a counter of one of its items grew by, as its feed brings it again', async () => {
    const office = await openOffice();
    const metrics = { reposts: 6000, views: 600_000, comments: 6000 };
    await office.push([told('1', { metrics })]);
    await hear(office);
    office.at('2026-03-02T00:30:00.000Z');
    await office.push([told('1', { metrics: { ...metrics, reposts: 10_999 } })]);
    expect((await readCase(office)).question).toBeNull();
    await office.push([told('1', { metrics: { ...metrics, reposts: 11_000 } })]);
    expect((await readCase(office)).question?.text).toBe('转发量3月2日8时至8时30分由6000增至11000');
    // The same again asks nothing anew.
    await office.push([told('1', { metrics: { ...metrics, reposts: 99_000 } })]);
    await hear(office);
    expect(new Set(texts(office).map((text) => text.replace(/^.*\)/, '')))).toEqual(
      new Set(['转发量3月2日8时至8时30分增加5000,请研判级别。']),
    );
  });

  it('is nothing that the office has not asked for', async () => {
    const office = await openOffice({});
    await office.push(Array.from({ length: 100 }, (_, index) => told(`${index}`)));
    expect((await readCase(office)).question).toBeNull();
    await hear(office);
    expect(texts(office)).toEqual([]);
  });

  it('is asked of once, however many come in one push, and however often the push comes', async () => {
    const office = await openOffice();
    const many = Array.from({ length: 100 }, (_, index) => told(`${index}`));
    for (let time = 0; time < 2; time += 1) await office.push(many, { id: 'same' });
    const state = (await office.system.cases.load(await caseOfStory(office)))!;
    expect(state.regrades).toHaveLength(1);
    expect(state.items).toHaveLength(100);
  });

  it('is not what the same id tells of: neither another story under it nor the same again counts twice', async () => {
    const office = await openOffice({ spreadPosts: '2/PT1H' });
    await office.push([told('1')]);
    await office.push([told('1', { content: '换了一件事:某地举办马拉松,道路临时管制,请绕行。' })]);
    await office.push([told('1', { title: '另一个标题' })]);
    const state = (await office.system.cases.load(await caseOfStory(office)))!;
    expect(state.items).toHaveLength(1);
    expect(state.regrades).toEqual([]);
  });

  it('is asked at 鄞州 as well', async () => {
    const office = await openOffice({ spreadPosts: '2/PT1H' }, 'yinzhou');
    const item = (id: string) => ({
      ...told(id),
      title: '民政局养老院突发事件发生火灾',
      content: '突发事件发生火灾,养老院多名老人被困,网友热议,民政局到场处置。',
    });
    await office.push([item('1')]);
    await office.push([item('2')]);
    const state = (await office.system.cases.load(await caseOfStory(office)))!;
    expect(state.items).toHaveLength(2);
    const isHighest = state.warningLevel === 'major';
    expect(state.regrades).toHaveLength(isHighest ? 0 : 1);
  });
});
