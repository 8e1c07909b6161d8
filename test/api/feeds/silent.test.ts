import { describe, expect, it } from 'vitest';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { FEED, type Office, plain } from '../../support/office.ts';
import { refusalIn } from '../../support/told.ts';
import { createWatchingOffice, textsOf, WATCH } from './feeds.ts';

const NOTHING = { vendor: [], office: [] };
const SILENT = '数据源“微博监测”自3月2日9时起没有信息入库,请联系推送单位检查。';
const toOffice = (office: Office) => textsOf(office).office;

/** Something was taken at 09:00, so that something has to come by 11:00. */
const heardAtNine = async (settings?: Parameters<typeof createWatchingOffice>[1]) => {
  const watching = await createWatchingOffice(WATCH, settings);
  await watching.lookAt('02T08:00:00');
  watching.office.at('2026-03-02T01:00:00.000Z');
  await watching.office.push([plain('a')]);
  // What is said of the item itself goes out before.
  await watching.lookAt('02T10:00:00');
  return watching;
};

describe('a feed that falls silent', () => {
  it('is told to who is on duty and to the vendor at its hour, and not a second before', async () => {
    const { office, lookAt } = await heardAtNine();
    expect(await lookAt('02T10:59:59')).toMatchObject({ troubledFeeds: 0 });
    expect(toOffice(office)).toEqual([]);
    expect(await lookAt('02T11:00:00')).toMatchObject({ troubledFeeds: 1 });
    expect(toOffice(office)).toEqual([SILENT]);
    expect(textsOf(office).vendor).toEqual([
      '你单位推送的“微博监测”自3月2日9时起没有信息入库,请检查并恢复推送。',
    ]);
  });

  it('is told once a day at most, however long it is silent and however often it is looked at', async () => {
    const { office, lookAt } = await heardAtNine();
    for (const time of ['02T11:00:01', '02T11:01:00', '02T23:00:00', '03T00:00:01', '03T11:00:00'])
      expect(await lookAt(time)).toMatchObject({ troubledFeeds: 1 });
    expect(toOffice(office)).toHaveLength(1);
    await lookAt('03T11:00:01');
    expect(toOffice(office)).toEqual([SILENT, SILENT]);
    expect(textsOf(office).vendor).toHaveLength(2);
  });

  it('is told by two sweeps at once as by one', async () => {
    const { office } = await heardAtNine();
    office.at('2026-03-02T03:00:00.000Z');
    await Promise.all([office.sweep(), office.sweep()]);
    await office.notify();
    expect(toOffice(office)).toEqual([SILENT]);
  });

  it('is told to be well again, once, when something is taken; what is silent again the same day is not', async () => {
    const { office, lookAt } = await heardAtNine();
    await lookAt('02T11:00:00');
    // What cannot be taken is no sign that the feed is well.
    await office.push([{ title: '没有编号' }]);
    await lookAt('02T11:05:00');
    expect(toOffice(office)).toHaveLength(1);
    office.at('2026-03-02T03:30:00.000Z');
    await office.push([plain('b')]);
    await lookAt('02T11:31:00');
    await lookAt('02T11:36:00');
    expect(toOffice(office)).toEqual([SILENT, '数据源“微博监测”已恢复推送(3月2日11时31分)。']);
    expect(textsOf(office).vendor).toHaveLength(2);
    // Silent again from 13:30 on, and well at 15:00.
    await lookAt('02T14:00:00');
    office.at('2026-03-02T07:00:00.000Z');
    await office.push([plain('c')]);
    await lookAt('02T15:01:00');
    expect(toOffice(office)).toHaveLength(2);
    await lookAt('03T11:00:00');
    expect(toOffice(office)).toHaveLength(3);
  });

  it('by night has its longer interval', async () => {
    const { office, lookAt } = await heardAtNine();
    office.at('2026-03-02T14:00:00.000Z');
    await office.push([plain('b')]);
    await lookAt('03T05:59:59');
    expect(toOffice(office)).toEqual([]);
    await lookAt('03T06:00:00');
    expect(toOffice(office)).toEqual(['数据源“微博监测”自3月2日22时起没有信息入库,请联系推送单位检查。']);
  });

  it('counts from when it was first watched, while it has never brought anything', async () => {
    const { office, lookAt, feeds } = await createWatchingOffice();
    await lookAt('02T08:00:00');
    expect(await feeds()).toMatchObject([
      { feed: FEED, accepted: null, watch: { next: '2026-03-02T10:00:00+08:00' }, trouble: null },
    ]);
    await lookAt('02T10:00:00');
    expect(toOffice(office)).toEqual(['数据源“微博监测”自3月2日8时起没有信息入库,请联系推送单位检查。']);
  });

  it('is not told where the office has set no interval, and is shown with its last sign', async () => {
    const { office, lookAt, feeds } = await createWatchingOffice(null);
    await office.push([plain('a')]);
    await lookAt('09T11:00:00');
    expect(textsOf(office)).toEqual(NOTHING);
    expect(await feeds()).toEqual([
      {
        feed: FEED,
        accepted: { at: '2026-03-02T08:00:00+08:00', items: 1 },
        refused: null,
        unsigned: 0,
        watch: null,
        trouble: null,
      },
    ]);
  });

  it('without a contact is told to the office alone; without anybody in the roster the operators hear', async () => {
    const { contact: _, ...alone } = WATCH;
    const one = await createWatchingOffice(alone);
    await one.lookAt('02T08:00:00');
    await one.lookAt('02T10:00:00');
    expect(textsOf(one.office)).toMatchObject({ vendor: [], office: [expect.any(String)] });
    const nobody = await createWatchingOffice(WATCH, { roster: { roles: {} } });
    await nobody.lookAt('02T08:00:00');
    await nobody.lookAt('02T10:00:00');
    expect(nobody.office.problems).toEqual(['feed demo']);
    expect(textsOf(nobody.office).vendor).toHaveLength(1);
  });

  it('of which less is expected now is not told to be well before something has come', async () => {
    const table = createMemoryTable();
    const first = await heardAtNine({ table });
    await first.lookAt('02T11:00:00');
    const then = await createWatchingOffice({ ...WATCH, expected: [{ within: 'P1D' }] }, { table });
    await then.lookAt('02T11:05:00');
    expect(textsOf(then.office)).toEqual(NOTHING);
    then.office.at('2026-03-02T03:10:00.000Z');
    await then.office.push([plain('b')]);
    await then.lookAt('02T11:11:00');
    expect(toOffice(then.office)).toEqual(['数据源“微博监测”已恢复推送(3月2日11时11分)。']);
  });

  it('that is watched no more is not told of, and shown with its last sign', async () => {
    const table = createMemoryTable();
    const first = await heardAtNine({ table });
    await first.lookAt('02T11:00:00');
    const then = await createWatchingOffice(null, { table });
    await then.office.push([plain('b')]);
    await then.lookAt('05T11:00:00');
    expect(textsOf(then.office)).toEqual(NOTHING);
    expect(await then.feeds()).toMatchObject([{ watch: null, trouble: null }]);
  });

  it.each(['yinzhou', 'nanning', 'hohhot', 'petition'])('is told at %s too', async (bureau) => {
    const { office, lookAt } = await heardAtNine({ regulation: regulations[bureau]! });
    await lookAt('02T11:00:00');
    expect(toOffice(office)).toEqual([SILENT]);
    for (const { message } of office.sent) expect(message.text.length).toBeLessThanOrEqual(70);
  });
});

describe('two feeds at once', () => {
  it('are told one after the other to who is on duty: neither is lost in the text of the other', async () => {
    const { office } = await createWatchingOffice(null);
    const { mailboxes } = office.system;
    const [person] = [{ id: 'a', name: '甲', mobile: '+8613800000001' }];
    for (const feed of ['甲源', '乙源'])
      await mailboxes.put({
        ...{ mobile: person!.mobile, person: 'a', name: '甲', address: 'a', tries: 0, at: office.now() },
        about: {
          group: `FEED#${feed}#1`,
          template: 'feedTrouble',
          variables: { feed, trouble: '自3月2日9时起没有信息入库', link: '' },
        },
      });
    await office.notify();
    office.pass(60_000);
    await office.notify();
    expect(
      textsOf(office)
        .office.map((text) => text.slice(0, 7))
        .sort(),
    ).toEqual(['数据源“乙源”', '数据源“甲源”']);
  });
});

describe('the feeds at the desk', () => {
  it('say what is expected, by when, whom to call, and what is wrong', async () => {
    const { lookAt, feeds } = await heardAtNine();
    await lookAt('02T10:00:00');
    const watch = {
      name: '微博监测',
      expected: ['08:00至22:00每2小时至少一次', '22:00至次日08:00每8小时至少一次'],
      next: '2026-03-02T11:00:00+08:00',
      signatureFailures: 5,
      contact: { name: '值班工程师', mobile: '13800009999' },
      told: null,
    };
    expect(await feeds()).toMatchObject([{ watch, trouble: null }]);
    await lookAt('02T11:00:00');
    expect(await feeds()).toMatchObject([
      {
        watch: { ...watch, told: '2026-03-02T11:00:00+08:00' },
        trouble: {
          kind: 'silent',
          since: '2026-03-02T09:00:00+08:00',
          text: '自3月2日9时起没有信息入库',
        },
      },
    ]);
  });

  it.each([
    ['leizhou', 'dutyOfficer', undefined, 200],
    ['leizhou', 'officeHead', undefined, 200],
    ['leizhou', 'operator', undefined, 200],
    ['leizhou', 'unitLiaison', 'food', 403],
    ['leizhou', 'chiefLeader', undefined, 403],
    ['yinzhou', 'dutyOfficer', undefined, 200],
  ])('at %s are read by %s %s: %i', async (bureau, role, unit, status) => {
    const { ask } = await createWatchingOffice(WATCH, { regulation: regulations[bureau]! });
    const told = await ask(role, unit);
    expect(told.status).toBe(status);
    if (status !== 200) expect(refusalIn(told).code).toBe('NOT_YOURS_TO_READ');
  });

  it('are nobody’s without a token', async () => {
    const { office } = await createWatchingOffice();
    expect((await office.http({ method: 'GET', path: '/v1/feeds' })).status).toBe(401);
  });
});
