import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, grave, type Office, plain } from '../../support/office.ts';
import { HOUR } from './feed.ts';
import { dues, MINUTE, versionedAt } from './versioned.ts';

let office: Office;
let desk: ReturnType<typeof versionedAt>;
const openOffice = async (bureau: string): Promise<void> => {
  office = await createOffice({ regulation: regulations[bureau]! });
  desk = versionedAt(office);
};
beforeEach(() => openOffice('leizhou'));

const SECOND = 1000;
const PUBLISHED = '2026-03-01T23:00:00.000Z';
const moved = (milliseconds: number): string => new Date(Date.parse(PUBLISHED) + milliseconds).toISOString();

describe('an item of a case that says something else', () => {
  it('leaves the case resting on what it took in; the log has both, and the case says which is which', async () => {
    const { case: caseId } = await desk.push(grave('a'));
    const before = await desk.caseOf(caseId);
    expect(before.items).toMatchObject([{ version: 1, newest: 1 }]);
    await desk.push(grave('a', { title: '雷州食堂一事的通报', content: '学生已出院' }));
    const after = await desk.caseOf(caseId);
    expect(after.items).toMatchObject([{ title: before.items[0]!.title, version: 1, newest: 2 }]);
    expect(after).toMatchObject({ title: before.title, warningLevel: before.warningLevel });
    expect(dues(after)).toEqual(dues(before));
    const { entries, intact } = await desk.logOf(caseId);
    expect(intact).toBe(true);
    expect(entries.at(-1)!.labels).toContain('信息“雷州食堂一事的通报”(第2版)');
    const texts = entries.flatMap((entry) => Object.values(entry.texts).map(({ text }) => text));
    expect(texts).toContain(grave('a').content);
    expect(texts).toContain('学生已出院');
  });

  it('joins a case in the version that it has then', async () => {
    await desk.push(plain('a'));
    await desk.push({ ...plain('a'), content: '第二版' });
    const { case: caseId } = await desk.push({ ...grave('a'), title: plain('a').title });
    expect((await desk.caseOf(caseId)).items).toMatchObject([{ version: 3, newest: 3 }]);
  });

  it('tells its case of twenty versions, and of later ones only what makes a limit earlier', async () => {
    const { case: caseId } = await desk.push(grave('a', { publishedAt: PUBLISHED }));
    for (let number = 2; number <= 22; number += 1)
      await desk.push(grave('a', { publishedAt: PUBLISHED, title: `雷州食堂通报之${number}` }));
    expect((await desk.caseOf(caseId)).items).toMatchObject([{ newest: 20 }]);
    expect((await desk.itemOf('a')).version).toBe(22);
    await desk.push(grave('a', { publishedAt: moved(-HOUR), title: '雷州食堂通报之终' }));
    const { items, instants } = await desk.caseOf(caseId);
    expect(items).toMatchObject([{ newest: 23 }]);
    expect(Date.parse(instants.publishedAt!)).toBe(Date.parse(moved(-HOUR)));
  });
});

const OTHERS = ['leizhou', 'nanning', 'hohhot', 'petition', 'yinzhou'] as const;
/** Words for which every bureau opens a case. */
const WORDS = `${grave('a').content}多名群众集体上访,拉横幅聚集,引发围观。`;
describe.each(OTHERS)('another time of publication of an item whose case is open (%s)', (bureau) => {
  beforeEach(() => openOffice(bureau));
  const item = (publishedAt: string, more: object = {}) =>
    grave('a', { content: WORDS, publishedAt, ...more });
  const opened = async (publishedAt = PUBLISHED): Promise<CaseReply> => {
    const { case: caseId } = await desk.push(item(publishedAt));
    return desk.caseOf(caseId);
  };
  const instant = ({ instants }: CaseReply) => new Date(instants.publishedAt!).toISOString();

  it.each([-SECOND, -HOUR])(
    '%i ms earlier: it counts from there, as if it had been said at once',
    async (by) => {
      const { case: caseId, ...before } = await opened();
      await desk.push(item(moved(by)));
      const after = await desk.caseOf(caseId);
      expect(instant(after)).toBe(moved(by));
      expect(after.items[0]).not.toHaveProperty('doubt');
      for (const [duty, due] of Object.entries(dues(before as CaseReply)))
        if (due !== null) expect(Date.parse(dues(after)[duty]!)).toBeLessThanOrEqual(Date.parse(due));
      office = await createOffice({ regulation: regulations[bureau]! });
      office.pass(0);
      expect(dues(await opened(moved(by)))).toEqual(dues(after));
    },
  );

  it.each([59 * SECOND, MINUTE, MINUTE + SECOND])('%i ms later: no limit moves', async (by) => {
    const before = await opened();
    await desk.push(item(moved(by)));
    const after = await desk.caseOf(before.case);
    expect(instant(after)).toBe(PUBLISHED);
    expect(dues(after)).toEqual(dues(before));
    const isAsked = by >= MINUTE;
    expect(after.items[0]!.doubt?.includes('晚于原先所报,仍按原先所报起算') ?? false).toBe(isAsked);
    expect((await desk.asked()).filter((text) => text.includes('晚于原先所报'))).toHaveLength(
      isAsked ? 1 : 0,
    );
    // Said as it was said first, there is nothing to ask.
    await desk.push(item(PUBLISHED));
    expect((await desk.caseOf(before.case)).items[0]).not.toHaveProperty('doubt');
  });

  it('that a person has looked into is not asked again; another later one is', async () => {
    const { case: caseId } = await opened();
    const doubted = async () => (await desk.caseOf(caseId)).items[0]!.doubt !== undefined;
    await desk.push(item(moved(30 * MINUTE)));
    const told = await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
      ...{ type: 'CorrectInstant', instant: 'publishedAt', at: PUBLISHED },
      reason: '查看原帖,首发时间以原先为准',
    });
    expect(told.status).toBe(200);
    expect(await doubted()).toBe(false);
    await desk.push(item(moved(30 * MINUTE), { title: '雷州食堂的后续' }));
    expect(await doubted()).toBe(false);
    await desk.push(item(moved(45 * MINUTE)));
    expect(await doubted()).toBe(true);
  });
});

it('a version that says the same time again takes back nothing that a person has granted', async () => {
  const { case: caseId } = await desk.push(grave('a', { publishedAt: PUBLISHED }));
  const give = (instant: string) =>
    office.as('chiefLeader')('POST', `/v1/cases/${caseId}/commands`, {
      ...{ type: 'CorrectInstant', instant, at: '2026-03-01T23:30:00.000Z' },
      reason: '经核实,首发在其后半小时',
    });
  expect((await give('publishedAt')).status).toBe(200);
  const before = await desk.caseOf(caseId);
  await desk.push(grave('a', { publishedAt: PUBLISHED, title: '雷州食堂一事的通报' }));
  const after = await desk.caseOf(caseId);
  expect(after.instants).toEqual(before.instants);
  expect(dues(after)).toEqual(dues(before));
});

describe('the time of the event that a later version says', () => {
  const EVENT = '2026-03-01T22:00:00.000Z';
  beforeEach(() => openOffice('yinzhou'));
  it.each([
    ['earlier than it said first', EVENT, '2026-03-01T21:00:00.000Z', '2026-03-01T21:00:00.000Z'],
    ['first now', undefined, EVENT, EVENT],
    ['later than it said first', EVENT, '2026-03-01T22:30:00.000Z', EVENT],
    ['after it had come', undefined, '2026-03-02T00:01:30.000Z', undefined],
  ])('%s', async (_, was, is, counted) => {
    const { case: caseId } = await desk.push(grave('a', was === undefined ? {} : { eventAt: was }));
    const before = await desk.caseOf(caseId);
    await desk.push(grave('a', { eventAt: is }));
    const { instants, items, duties } = await desk.caseOf(caseId);
    expect(instants.eventAt && new Date(instants.eventAt).toISOString()).toBe(counted);
    expect(items[0]!.doubt !== undefined).toBe(was !== undefined && is > was);
    const later = duties.filter(
      ({ duty, due }) => due !== null && Date.parse(due) > Date.parse(dues(before)[duty] ?? due),
    );
    expect(later).toEqual([]);
  });
});
