import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { createOffice, grave, type Office, plain } from '../../../support/office.ts';
import { dues, MINUTE, versionedAt } from '../versioned.ts';

const SECOND = 1000;
const HOUR = 60 * MINUTE;
const FIRST = '2026-03-01T22:00:00.000Z';
const moved = (milliseconds: number): string => new Date(Date.parse(FIRST) + milliseconds).toISOString();

let office: Office;
let desk: ReturnType<typeof versionedAt>;
const openAt = async (bureau: string): Promise<void> => {
  office = await createOffice({ regulation: regulations[bureau]! });
  office.at('2026-03-02T04:00:00.000Z');
  desk = versionedAt(office);
};
/** Words for which every bureau opens a case, and an item of the same matter for which none does. */
const WORDS = `${grave('a').content}多名群众集体上访,拉横幅聚集,引发围观。突发事件发生火灾`;
const quiet = (more: object) => ({
  id: 'a',
  title: '某校食堂问题',
  url: 'https://bbs.example.com/a',
  ...more,
});
const loud = (more: object) => quiet({ content: WORDS, metrics: grave('a').metrics, ...more });

describe.each(['leizhou', 'nanning', 'yinzhou'])(
  'a time that an item said before its case was opened (%s)',
  (bureau) => {
    beforeEach(() => openAt(bureau));
    const opened = async (first: object, then: object): Promise<CaseReply> => {
      await desk.push(quiet(first));
      const { case: caseId } = await desk.push(loud(then));
      return desk.caseOf(caseId);
    };
    const instant = ({ instants }: CaseReply) => new Date(instants.publishedAt!).toISOString();

    it.each([-HOUR, -SECOND, 0])(
      '%i ms later than it said first: counts, and nothing is doubted',
      async (by) => {
        const state = await opened({ publishedAt: FIRST }, { publishedAt: moved(by) });
        expect(instant(state)).toBe(moved(by));
        expect((await desk.itemOf('a')).warnings).toBeUndefined();
      },
    );

    it.each([59 * SECOND, MINUTE, MINUTE + SECOND, 5 * HOUR])(
      '%i ms later: what was said first counts, and the office is asked where they differ by a minute',
      async (by) => {
        const state = await opened({ publishedAt: FIRST }, { publishedAt: moved(by) });
        expect(instant(state)).toBe(FIRST);
        const isAsked = by >= MINUTE;
        const asked = await desk.asked();
        expect(asked.some((text) => text.includes('请核实“') && text.includes('原文为'))).toBe(isAsked);
        expect((await desk.itemOf('a')).warnings?.map(({ kind }) => kind)).toEqual(
          isAsked ? ['doubted'] : undefined,
        );
        const limits = dues(state);
        await openAt(bureau);
        office.pass(-MINUTE);
        const alone = await opened({ publishedAt: FIRST }, {});
        for (const [duty, due] of Object.entries(dues(alone))) {
          // 收到 and 发现 may be a minute apart; no limit of the publication is.
          if (due !== null)
            expect(Math.abs(Date.parse(limits[duty]!) - Date.parse(due))).toBeLessThanOrEqual(MINUTE);
        }
      },
    );

    it('by a person may be put right', async () => {
      const { case: caseId } = await opened({ publishedAt: FIRST }, { publishedAt: moved(HOUR) });
      const role = bureau === 'leizhou' ? 'chiefLeader' : 'officeHead';
      const told = await office.as(role)('POST', `/v1/cases/${caseId}/commands`, {
        ...{ type: 'CorrectInstant', instant: 'publishedAt', at: FIRST },
        reason: '查看原帖,首发时间以原先为准',
      });
      expect(told.status).toBe(200);
      expect((await desk.asked()).filter((text) => text.includes('原文为'))).toEqual([]);
    });
  },
);

describe('an instant after a time that was said from another (3小时前)', () => {
  beforeEach(() => openAt('leizhou'));
  // At 12:01, so that it can mean from 8:01 on.
  const EARLIEST = Date.parse('2026-03-02T00:01:00.000Z');
  it.each([
    [HOUR - SECOND, true],
    [HOUR, true],
    [HOUR + SECOND, false],
  ])('%i ms after the earliest that it can mean takes its place: %s', async (by, isTaken) => {
    const exact = new Date(EARLIEST + by).toISOString();
    await desk.push(quiet({ publishedAt: '3小时前' }));
    await desk.push(quiet({ publishedAt: exact }));
    const item = await office.system.items.find('demo', 'a');
    expect(item?.publishedAt).toBe(isTaken ? exact : new Date(EARLIEST).toISOString());
    expect(item?.estimated).toEqual(isTaken ? undefined : ['publishedAt']);
  });
});

describe.each(['leizhou', 'nanning'])('what a later push leaves out (%s)', (bureau) => {
  beforeEach(() => openAt(bureau));

  it('of what is counted is unknown then, and not gone: its words are graded with it', async () => {
    const { metrics, ...words } = grave('a');
    const at = async (...pushes: object[]) => {
      await openAt(bureau);
      for (const push of pushes) await desk.push(push);
      return (await desk.itemOf('a')).grade;
    };
    const together = await at(grave('a'));
    const apart = await at({ ...words, content: '', metrics }, words);
    expect([apart.score, apart.handlingLevel]).toEqual([together.score, together.handlingLevel]);
    const one = await at(
      { ...words, metrics: { views: metrics.views } },
      { ...words, metrics: { reposts: 6000 } },
    );
    expect(one.values.heat).toBe(together.values.heat);
  });

  it('is no reading: nothing grows by it, and what is shown is what was counted last', async () => {
    await desk.push(plain('a', { metrics: { views: 10, likes: 2 } }));
    await desk.push({ ...plain('a'), content: '正文' });
    await desk.push(plain('a', { metrics: { views: 12 } }));
    const { readings } = await desk.itemOf('a');
    expect(readings.map(({ counters }) => counters)).toEqual([{ views: 10, likes: 2 }, {}, { views: 12 }]);
    const told = await office.as('officeHead')('GET', '/v1/items');
    expect(told.body).toMatchObject({ items: [{ counters: { views: 12, likes: 2 } }] });
    expect(await desk.push({ ...plain('a'), content: '正文' })).toMatchObject({ status: 'duplicate' });
  });
});
