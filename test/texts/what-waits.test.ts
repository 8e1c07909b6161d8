import { beforeEach, describe, expect, it } from 'vitest';
import type { HandOver } from '../../shared/case/events.ts';
import { createOffice, type Office } from '../support/office.ts';
import { numberOf, openYellow, roster } from './phones.ts';

const MINUTE = 60_000;
const ON_DUTY = numberOf('dutyOfficer');

let office: Office;
beforeEach(async () => {
  office = await createOffice();
  office.at('2026-03-02T10:00:00+08:00');
});

const open = async (key: string, more?: Record<string, unknown>): Promise<string> => {
  const caseId = await openYellow(office, key, more);
  await office.notify(caseId);
  return caseId;
};
const to = (mobile: string): string[] =>
  office.sent.filter((each) => each.to === mobile).map(({ message }) => message.text);
const handOversOf = async (caseId: string): Promise<HandOver[]> =>
  (await office.system.cases.log(caseId)).flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'NoticesHandedOver' ? event.handOvers : [])),
  );
/** One minute of the running system. */
const minute = async (): Promise<void> => {
  office.pass(MINUTE);
  await office.notify();
};

describe('a person who has had the texts of an hour', () => {
  // 蓝 has no limit in numbers that ends today.
  const blue = { level: 'blue', unit: undefined };
  const fill = async (): Promise<void> => {
    for (let n = 0; to(ON_DUTY).length < 10; n += 1) {
      await open(`fill-${n}`, blue);
      await minute();
    }
  };

  it('gets the rest with the next digest, all in one text', async () => {
    await fill();
    const held = await open('held', blue);
    await minute();
    expect(to(ON_DUTY)).toHaveLength(10);
    office.at('2026-03-02T10:59:59+08:00');
    await office.notify();
    expect(to(ON_DUTY)).toHaveLength(10);
    office.at('2026-03-02T11:00:00+08:00');
    await office.notify();
    expect(to(ON_DUTY)).toHaveLength(11);
    expect(to(ON_DUTY)[10]).toContain('未单发');
    const own = (await handOversOf(held)).filter(
      ({ to: texted }) => texted?.person === roster.roles.dutyOfficer![0]!.id,
    );
    expect(own.at(-1)).toMatchObject({ status: 'handedOver' });
  });

  it('gets it with that digest though he has had the texts of that hour too', async () => {
    office.at('2026-03-02T10:45:00+08:00');
    await fill();
    await open('held', blue);
    await minute();
    expect(to(ON_DUTY)).toHaveLength(10);
    office.at('2026-03-02T11:00:00+08:00');
    await office.notify();
    expect(to(ON_DUTY)).toHaveLength(11);
    expect(to(ON_DUTY)[10]).toContain('未单发');
    // What comes after it waits again.
    await open('later', blue);
    await minute();
    expect(to(ON_DUTY)).toHaveLength(11);
  });

  it('still hears at once of the highest level, and of a limit that ends within an hour after the digest', async () => {
    await fill();
    await open('top', { level: 'red', instants: { occurredAt: '2026-03-02T10:05:00+08:00' } });
    await minute();
    expect(to(ON_DUTY)).toHaveLength(11);
    await open('soon', {
      level: 'orange',
      sources: [
        {
          kind: 'zhanjiang-assigned',
          receivedAt: '2026-03-02T08:30:00+08:00',
          reference: '湛市监舆交〔2026〕1号',
        },
      ],
    });
    await minute();
    await minute();
    expect(to(ON_DUTY).length).toBeGreaterThanOrEqual(12);
    expect(to(ON_DUTY).join('\n')).toContain('3月2日11时30分');
  });
});

describe('by night', () => {
  beforeEach(() => office.at('2026-03-02T22:00:00+08:00'));
  const HEAD = numberOf('officeHead');

  it('a limit that ends after the next noon is told in the morning, one that ends by then at once', async () => {
    // 48小时 from 22:00 end on 03-04 22:00.
    await open('far', { level: 'orange', instants: { occurredAt: '2026-03-02T22:00:00+08:00' } });
    expect(to(HEAD).some((text) => text.includes('3月4日22时'))).toBe(false);
    office.at('2026-03-03T07:29:59+08:00');
    await office.notify();
    expect(to(HEAD).some((text) => text.includes('3月4日22时'))).toBe(false);
    office.at('2026-03-03T07:30:00+08:00');
    await office.notify();
    expect(to(HEAD).some((text) => text.includes('3月4日22时'))).toBe(true);
  });

  it('five hours are told at once', async () => {
    await open('near', { level: 'red', instants: { occurredAt: '2026-03-02T22:00:00+08:00' } });
    for (let n = 0; n < 3; n += 1) await minute();
    expect(to(HEAD).join('\n')).toContain('3月3日3时前');
  });

  it('nothing is told in the morning of what has been done by then', async () => {
    const caseId = await open('far', {
      level: 'orange',
      instants: { occurredAt: '2026-03-02T22:00:00+08:00' },
    });
    const before = await office.system.cases.load(caseId);
    const waits = Object.values(before!.pendingNotices).filter(({ notBefore }) => notBefore !== undefined);
    expect(waits.map(({ duty }) => duty)).toContain('publicResponse');
    await office.as('deputyLeader')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'RecordAction',
      action: 'statementApproved',
      text: '通报',
    });
    await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'RecordPublication',
      form: 'authoritative',
      title: '通报',
      link: 'https://example.com/a',
    });
    office.at('2026-03-03T07:30:00+08:00');
    await office.notify();
    expect(to(HEAD).some((text) => text.includes('3月4日22时'))).toBe(false);
    const ended = (await handOversOf(caseId)).filter(({ key }) => key.startsWith('publicResponse'));
    expect(ended.map(({ status }) => status)).toEqual(['moot']);
  });
});

describe('while the gateway takes nothing', () => {
  it('each text is a telephone task at once, and whoever is on duty is to call', async () => {
    office.sms.refuses.add(numberOf('officeHead'));
    const caseId = await open('a', { level: 'orange' });
    for (const id of office.asked.splice(0)) await office.notify(id);
    await minute();
    const state = (await office.system.cases.load(caseId))!;
    expect(Object.values(state.telephoneTasks).every(({ role }) => role === 'officeHead')).toBe(true);
    expect(Object.keys(state.telephoneTasks).length).toBeGreaterThan(0);
    expect(to(ON_DUTY).join('\n')).toContain('短信未送达,请立即登录查看名单并电话告知');
  });

  it('what is still owed afterwards is told once, as one text that says why, and the task ends', async () => {
    office.sms.isDown = true;
    const caseId = await open('a', {
      level: 'orange',
      instants: { occurredAt: '2026-03-02T10:00:00+08:00' },
    });
    await open('b', { level: 'orange', instants: { occurredAt: '2026-03-02T09:00:00+08:00' } });
    for (let n = 0; n < 3; n += 1) {
      office.pass(5 * MINUTE);
      await office.sweep();
      for (const id of office.asked.splice(0)) await office.notify(id);
      await minute();
    }
    expect(office.sent).toEqual([]);
    const failed = (await handOversOf(caseId)).filter(({ status }) => status === 'failed');
    // Each number once, however often it was tried.
    expect(new Set(failed.map(({ key, to: texted }) => `${key} ${texted?.address}`)).size).toBe(
      failed.length,
    );
    office.sms.isDown = false;
    // As far apart as tries ever are.
    for (let n = 0; n < 15; n += 1) await minute();
    const head = to(numberOf('officeHead'));
    expect(head).toHaveLength(1);
    expect(head[0]).toContain('短信中断漏发');
    // The earlier of the two limits is named.
    expect(head[0]).toContain('3月4日9时');
    expect((await office.system.cases.load(caseId))!.telephoneTasks).toEqual({});
  });

  it('who was called in the meantime is not texted again about it', async () => {
    office.sms.refuses.add(numberOf('officeHead'));
    const caseId = await open('a', { level: 'orange' });
    await minute();
    const tasks = Object.keys((await office.system.cases.load(caseId))!.telephoneTasks);
    for (const notice of tasks)
      await office.as('dutyOfficer')('POST', `/v1/cases/${caseId}/commands`, {
        type: 'AnswerNotice',
        notice,
      });
    office.sms.refuses.clear();
    office.pass(6 * MINUTE);
    await office.notify(caseId);
    await minute();
    expect(to(numberOf('officeHead'))).toEqual([]);
  });

  it('a call that nobody makes is asked for again every hour', async () => {
    office.sms.refuses.add(numberOf('officeHead'));
    await open('a', { level: 'orange' });
    await minute();
    const asked = async (): Promise<number> => {
      await office.sweep();
      for (const id of office.asked.splice(0)) await office.notify(id);
      await minute();
      return office.sent.filter(({ message }) => message.templateId === 'SX56').length;
    };
    const first = await asked();
    office.pass(57 * MINUTE);
    expect(await asked()).toBe(first);
    office.pass(2 * MINUTE);
    expect(await asked()).toBeGreaterThan(first);
  });
});
