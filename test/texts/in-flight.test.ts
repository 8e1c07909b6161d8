import { beforeEach, describe, expect, it } from 'vitest';
import type { HandOver } from '../../shared/case/events.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import { plain } from '../support/office.ts';
import { type Bridged, createBridged, messageIn } from './bridged.ts';
import { numberOf, openYellow } from './phones.ts';

const START = '2026-03-02T02:00:00.000Z';
const MINUTE = 60_000;
const HEAD = numberOf('officeHead');

let bridged: Bridged;
let caseId: string;
let table: ReturnType<typeof createMemoryTable>;
beforeEach(async () => {
  table = createMemoryTable();
  bridged = await createBridged({ table });
  bridged.office.at(START);
  caseId = await openYellow(bridged.office, 'k', { level: 'orange', instants: { occurredAt: START } });
  await bridged.office.notify(caseId);
});
const handOvers = async (): Promise<HandOver[]> =>
  (await bridged.office.system.cases.log(caseId)).flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'NoticesHandedOver' ? event.handOvers : [])),
  );
const stateOf = async () => (await bridged.office.system.cases.load(caseId))!;
const secondsOn = (seconds: number): void =>
  bridged.office.at(new Date(Date.parse(START) + seconds * 1000).toISOString());
/** What SNS still has for one number, and forgets. */
const take = (mobile: string): string => {
  const index = bridged.topic.findIndex((each) => messageIn(each).to === mobile);
  return bridged.topic.splice(index, 1)[0]!;
};

describe('a text on its way to the bridge', () => {
  it('is left to it, whoever looks', async () => {
    const published = bridged.topic.length;
    secondsOn(599);
    await bridged.office.notify();
    await bridged.office.notify(caseId);
    await bridged.office.sweep();
    expect(bridged.topic).toHaveLength(published);
    expect(await handOvers()).toEqual([]);
  });

  it.each([
    [539, true],
    [540, false],
    [541, false],
  ])('that the bridge gets after %i seconds is sent: %s', async (seconds, isSent) => {
    const message = take(HEAD);
    secondsOn(seconds);
    await bridged.bridge(message);
    expect(bridged.gateway.taken.map(({ message: { to } }) => to)).toEqual(isSent ? [HEAD] : []);
  });

  it('that the bridge never ran on is taken back after ten minutes: a telephone task, and in another text', async () => {
    const lost = take(HEAD);
    bridged.topic.length = 0;
    secondsOn(600);
    await bridged.office.notify();
    const failed = (await handOvers()).filter(
      ({ status, to }) => status === 'failed' && to?.person === 'head-1',
    );
    expect(failed.map(({ detail }) => detail)).toEqual(['短信没有交到网关']);
    expect(Object.values((await stateOf()).telephoneTasks).map(({ role }) => role)).toContain('officeHead');
    bridged.office.pass(2 * MINUTE);
    await bridged.office.notify();
    await bridged.carry();
    const texts = bridged.gateway.taken.filter(({ message: { to } }) => to === HEAD);
    expect(texts).toHaveLength(1);
    expect(texts[0]!.message.text).toContain('短信中断漏发1项');
    // SNS may bring the first for days.
    await bridged.bridge(lost);
    expect(bridged.gateway.taken.filter(({ message: { to } }) => to === HEAD)).toHaveLength(1);
    expect(Object.values((await stateOf()).telephoneTasks).map(({ role }) => role)).not.toContain(
      'officeHead',
    );
  });

  it('of a case that is 涉密 by now is not sent', async () => {
    const message = take(HEAD);
    await bridged.office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'SetFlags',
      add: ['secret'],
      reason: '见纸质件',
    });
    await bridged.bridge(message);
    expect(bridged.gateway.asked).toEqual([]);
    bridged.topic.length = 0;
    bridged.office.pass(2 * MINUTE);
    await bridged.office.notify();
    expect(bridged.topic.filter((each) => messageIn(each).to === HEAD)).toEqual([]);
  });

  it('has a key of its own each time, so that no gateway takes it for the one that it refused', async () => {
    const first = messageIn(take(HEAD)).key;
    bridged.topic.length = 0;
    secondsOn(600);
    await bridged.office.notify();
    bridged.office.pass(2 * MINUTE);
    await bridged.office.notify();
    expect(messageIn(take(HEAD)).key).not.toBe(first);
  });

  it('is none of the ten of the hour while nobody takes it', async () => {
    bridged.gateway.isDown = true;
    for (let minute = 0; minute < 58; minute += 1) {
      await bridged.carry().catch(() => undefined);
      bridged.office.pass(MINUTE);
      await bridged.office.notify();
    }
    const { sent, tried } = await bridged.office.system.mailboxes.slot(
      bridged.office.system.mailboxes.boxOf(HEAD),
    );
    expect(sent).toEqual([]);
    expect(tried).toBeDefined();
  });
});

describe('a text that belongs to no case', () => {
  const routine = () => bridged.gateway.taken.filter(({ message }) => message.templateId === 'SX16');
  beforeEach(async () => {
    await bridged.carry();
    bridged.gateway.taken.length = 0;
    await bridged.office.push([plain('a')]);
    bridged.office.pass(60 * MINUTE);
    bridged.gateway.isDown = true;
    await bridged.office.sweep();
    await bridged.office.notify();
    await bridged.carry().catch(() => undefined);
  });

  it('is tried again too, and comes once', async () => {
    expect(routine()).toEqual([]);
    bridged.gateway.isDown = false;
    for (let minute = 0; minute < 3; minute += 1) {
      bridged.office.pass(MINUTE);
      await bridged.office.notify();
      await bridged.carry();
    }
    const receivers = routine().map(({ message: { to } }) => to);
    expect(receivers.length).toBeGreaterThan(0);
    expect(new Set(receivers).size).toBe(receivers.length);
    expect((await table.byBoard('MAILBOX')).length).toBe(0);
  });

  it('is given up after 72 hours, which the operators are told', async () => {
    bridged.office.pass(72 * 60 * MINUTE);
    await bridged.office.notify();
    await bridged.carry().catch(() => undefined);
    expect(await table.byBoard('MAILBOX')).toEqual([]);
    expect(bridged.office.problems.some((what) => what.startsWith('ROUTINE#'))).toBe(true);
    bridged.gateway.isDown = false;
    bridged.office.pass(60 * MINUTE);
    await bridged.office.notify();
    await bridged.carry();
    expect(routine()).toEqual([]);
  });
});
