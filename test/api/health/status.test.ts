import { describe, expect, it } from 'vitest';
import { StatusReply } from '../../../shared/contracts/replies/health.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import type { Table } from '../../../shared/records/table.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { createOffice, grave, type Office, type OfficeSettings, plain } from '../../support/office.ts';
import { caseIn, read, refusalIn } from '../../support/told.ts';

const MINUTE = 60_000;
const NOTE = { title: '群众来电', sources: [{ kind: 'monitored' }], level: 'yellow', unit: 'food' };
const ask = (office: Office, role = 'officeHead', unit?: string) =>
  office.as(role, unit)('GET', '/v1/status');
const status = async (office: Office, role?: string) => read(StatusReply, await ask(office, role));
const opened = async (office: Office, key = 'a'): Promise<string> =>
  caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', { ...NOTE, key })).case;

describe('the status', () => {
  it('tells of nothing before anything has happened', async () => {
    expect(await status(await createOffice())).toMatchObject({
      ...{ clocks: 'starting', clocksText: '刚刚启动,还没有巡检过', sweep: null, feeds: [] },
      regulation: { id: 'leizhou' },
      records: { kind: 'memory', freeMegabytes: null },
      deadClocks: { days: 30, count: 0, last: null },
      texts: { late: 0, more: false, oldest: null, notTaken: null, calls: null },
    });
  });

  it.each(['leizhou', 'nanning', 'yinzhou'])(
    'at %s tells which year’s holiday list is missing, from the day on which it is asked for',
    async (bureau) => {
      const office = await createOffice({ regulation: regulations[bureau]! });
      const missing = async (at: string) => {
        office.at(at);
        return (await status(office)).missingHolidayYear;
      };
      expect(await missing('2026-11-14T15:59:59.000Z')).toBe(null);
      // 鄞州 counts by no list.
      const year = bureau === 'yinzhou' ? null : 2027;
      expect(await missing('2026-11-14T16:00:00.000Z')).toBe(year);
      expect(await missing('2027-01-02T00:00:00.000Z')).toBe(year);
    },
  );

  it('tells of the last sweep: when, how many cases, what it made good and what it could not', async () => {
    const office = await createOffice();
    const [lost, died] = [await opened(office), await opened(office, 'b')];
    office.flows.statuses.delete(`${lost}-yellow-1`);
    office.flows.statuses.set(`${died}-yellow-1`, 'FAILED');
    office.pass(MINUTE);
    await office.sweep();
    expect(await status(office)).toMatchObject({
      sweep: { at: '2026-03-02T08:01:00+08:00', cases: 2, started: 1, restarted: 1, woken: 0, failed: 0 },
      deadClocks: { count: 1, last: '2026-03-02T08:01:00+08:00' },
    });
    office.flows.isDown = true;
    await office.sweep();
    office.flows.isDown = false;
    office.pass(MINUTE);
    expect(await status(office)).toMatchObject({ clocks: 'ok', sweep: { cases: 2, failed: 2 } });
  });

  it('counts the dead clocks of thirty days and no older ones', async () => {
    const office = await createOffice();
    const caseId = await opened(office);
    office.flows.statuses.set(`${caseId}-yellow-1`, 'FAILED');
    await office.sweep();
    office.at('2026-03-31T23:00:00.000Z');
    expect((await status(office)).deadClocks).toMatchObject({ count: 1, last: '2026-03-02T08:00:00+08:00' });
    office.at('2026-04-01T01:00:00.000Z');
    expect((await status(office)).deadClocks).toEqual({ days: 30, count: 0, last: null });
  });

  it('tells of texts that a gateway does not take, and of those that should have gone', async () => {
    const office = await createOffice();
    const caseId = await opened(office);
    office.sms.isDown = true;
    await office.notify(caseId);
    await office.sweep();
    const { texts } = await status(office);
    expect(texts.notTaken).toBeGreaterThan(0);
    expect(texts.late).toBe(0);
    // Nobody looks into the mailboxes any more.
    office.pass(2 * 3_600_000);
    const later = (await status(office)).texts;
    expect(later.late).toBeGreaterThan(0);
    expect(later.oldest).not.toBeNull();
  });

  it('tells of the last push of each feed that was taken, and the last that was not', async () => {
    const office = await createOffice();
    await office.push([plain('a'), grave('b'), {}]);
    office.pass(MINUTE);
    await office.push([{}]);
    await office.push([], { feed: '没有登记的' });
    expect((await status(office)).feeds).toEqual([
      {
        feed: 'demo',
        accepted: { at: '2026-03-02T08:00:00+08:00', items: 2 },
        refused: { at: '2026-03-02T08:01:00+08:00', code: 'ITEMS_INVALID', message: '没有一条信息可以接收' },
      },
    ]);
    office.pass(MINUTE);
    await office.push([plain('c')], { secret: `whsec_${'A'.repeat(44)}` });
    expect((await status(office)).feeds[0]).toMatchObject({
      accepted: { items: 2 },
      refused: { at: '2026-03-02T08:02:00+08:00', code: 'SIGNATURE_INVALID' },
    });
  });

  it('is the same in another bureau', async () => {
    const office = await createOffice({ regulation: regulations.yinzhou! });
    expect(await status(office, 'dutyOfficer')).toMatchObject({ regulation: { id: 'yinzhou' } });
  });
});

describe('the signs of a feed', () => {
  /** A store that counts what is written of the health, and may refuse it. */
  const counted = (isBroken = false) => {
    const inner = createMemoryTable();
    const counts = { writes: 0 };
    const table: Table = {
      ...inner,
      set: async (key, ...rest) => {
        if (key.sk.startsWith('FEED#')) {
          counts.writes += 1;
          if (isBroken) throw new Error('broken');
        }
        return inner.set(key, ...rest);
      },
    };
    const settings: OfficeSettings = { table, log: inner };
    return { counts, settings };
  };

  it('are written once a minute, however much it pushes', async () => {
    const { counts, settings } = counted();
    const office = await createOffice(settings);
    for (let push = 0; push < 5; push += 1) await office.push([plain(`a${push}`)]);
    expect(counts.writes).toBe(1);
    office.pass(MINUTE - 1);
    await office.push([plain('b')]);
    expect(counts.writes).toBe(1);
    office.pass(1);
    await office.push([plain('c')]);
    expect(counts.writes).toBe(2);
  });

  it('keep no push away when they cannot be written', async () => {
    const { settings } = counted(true);
    const office = await createOffice(settings);
    expect((await office.push([plain('a')])).status).toBe(200);
  });
});

describe('who may read the status', () => {
  it('is who reads cases, and who reads what was turned away', async () => {
    const office = await createOffice();
    for (const [role, unit] of [
      ['officeHead'],
      ['operator'],
      ['chiefLeader'],
      ['unitLiaison', 'food'],
    ] as const)
      expect([role, (await ask(office, role, unit)).status]).toEqual([role, 200]);
  });

  it('is nobody without a token, and nobody of another bureau', async () => {
    const office = await createOffice();
    expect((await office.http({ method: 'GET', path: '/v1/status' })).status).toBe(401);
    expect(refusalIn(await ask(office, 'mayor')).code).toBe('ROLE_UNKNOWN');
  });
});
