import { beforeEach, describe, expect, it } from 'vitest';
import type { Texted } from '../../shared/case/events/parts.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import { createOffice, type Office } from '../support/office.ts';
import { numberOf, openYellow, roster } from './phones.ts';

const MINUTE = 60_000;

let office: Office;
beforeEach(async () => {
  office = await createOffice();
  office.at('2026-03-02T10:00:00+08:00');
});

const open = (key: string, more?: Record<string, unknown>): Promise<string> => openYellow(office, key, more);
const to = (mobile: string) => office.sent.filter((each) => each.to === mobile);
/** Who is on duty has his second text once the minute of the first is over, and not a second before. */
const passTheMinute = async (): Promise<void> => {
  office.pass(MINUTE - 1000);
  await office.notify();
  expect(to(numberOf('dutyOfficer'))).toHaveLength(1);
  office.pass(1000);
  await office.notify();
  expect(to(numberOf('dutyOfficer'))).toHaveLength(2);
};
const textedIn = async (caseId: string): Promise<(Texted & { status: string })[]> =>
  (await office.system.cases.log(caseId)).flatMap(({ events }) =>
    events.flatMap((event) =>
      event.type === 'NoticesHandedOver'
        ? event.handOvers.flatMap(({ status, to: texted }) => (texted ? [{ ...texted, status }] : []))
        : [],
    ),
  );

describe('one text a person for what begins in one minute', () => {
  it('the first at once, the rest of the minute together after it, over all cases', async () => {
    const cases = [await open('a'), await open('b'), await open('c')];
    for (const caseId of cases) await office.notify(caseId);
    expect(to(numberOf('dutyOfficer'))).toHaveLength(1);
    await passTheMinute();
    office.pass(MINUTE);
    await office.notify();
    expect(to(numberOf('dutyOfficer'))).toHaveLength(2);
    expect(to(numberOf('dutyOfficer'))[1]!.message.text.length).toBeLessThanOrEqual(70);
  });

  it('the log of a case has its own part of it, with name and masked number, and nothing of another case', async () => {
    const cases = [await open('a'), await open('b'), await open('c')];
    for (const caseId of cases) await office.notify(caseId);
    office.pass(MINUTE);
    await office.notify();
    for (const caseId of cases) {
      const own = (await textedIn(caseId)).filter(
        ({ person }) => person === roster.roles.dutyOfficer![0]!.id,
      );
      expect(own.length).toBeGreaterThan(0);
      for (const { text, name, mobile, messageId } of own) {
        expect({ name, mobile }).toEqual({ name: roster.roles.dutyOfficer![0]!.name, mobile: '138****0001' });
        expect(messageId).toMatch(/^m-/);
        for (const other of cases) if (other !== caseId) expect(text).not.toContain(other);
      }
    }
  });

  it('of sixty cases too, without looking through the mailbox for each of them', async () => {
    const table = createMemoryTable();
    const lists: number[] = [];
    office = await createOffice({
      table: {
        ...table,
        list: async (pk, ...rest) => {
          const found = await table.list(pk, ...rest);
          if (pk.startsWith('MAILBOX#')) lists.push(found.length);
          return found;
        },
      },
    });
    office.at('2026-03-02T10:00:00+08:00');
    const cases: string[] = [];
    for (let number = 0; number < 60; number += 1) cases.push(await open(`n${number}`));
    for (const caseId of cases) await office.notify(caseId);
    expect(to(numberOf('dutyOfficer'))).toHaveLength(1);
    expect(Math.max(...lists)).toBe(1);
    await passTheMinute();
    expect(Math.max(...lists)).toBeGreaterThan(50);
    for (const caseId of cases) {
      const told = (await textedIn(caseId)).filter(({ mobile }) => mobile === '138****0001');
      expect(told.length).toBeGreaterThan(0);
      expect((await office.system.cases.load(caseId))!.pendingNotices).toEqual({});
    }
  });

  it('to one person who stands in for two posts', async () => {
    const roles = structuredClone(roster.roles);
    // The head of the office is on duty tonight, by another id and the same telephone.
    roles.dutyOfficer = [
      ...roles.dutyOfficer!.map((person) => ({ ...person, available: false })),
      { id: 'night', name: '代班', mobile: numberOf('officeHead'), available: true },
    ];
    office = await createOffice({ roster: { roles } });
    office.at('2026-03-02T10:00:00+08:00');
    const caseId = await open('a', { level: 'orange' });
    await office.notify(caseId);
    expect(to(numberOf('officeHead'))).toHaveLength(1);
  });

  it('what nobody has taken from the mailbox goes out once, however often it is looked into', async () => {
    const caseId = await open('a');
    await Promise.all([office.notify(caseId), office.notify(caseId), office.notify()]);
    const sent = office.sent.length;
    await office.notify(caseId);
    office.pass(MINUTE);
    await office.notify(caseId);
    await office.notify();
    expect(office.sent.filter((_, index) => index < sent)).toHaveLength(sent);
    const keys = (await textedIn(caseId)).map(({ address, messageId }) => `${address} ${messageId}`);
    expect(new Set(office.sent.map(({ to: mobile, message }) => `${mobile} ${message.text}`)).size).toBe(
      office.sent.length,
    );
    expect(keys.length).toBeGreaterThan(0);
    expect((await office.system.cases.load(caseId))!.pendingNotices).toEqual({});
  });
});
