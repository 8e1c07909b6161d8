import { beforeEach, describe, expect, it } from 'vitest';
import { exampleRoster } from '../../infra/local/people.ts';
import { createOffice, type Office, plain } from '../support/office.ts';

const MINUTE = 60_000;
let office: Office;
beforeEach(async () => {
  office = await createOffice();
});

describe('常规 items', () => {
  const texts = () => office.sent.map(({ message }) => message.text);
  const people = () => office.sent.map(({ to }) => to);

  it('are pushed once an interval, in one message for each person', async () => {
    await office.push([plain('a'), plain('b')]);
    await office.sweep();
    expect(office.sent).toEqual([]);
    office.pass(30 * MINUTE);
    expect(await office.sweep()).toMatchObject({ pushedItems: 2 });
    expect(new Set(people()).size).toBe(people().length);
    expect(people().length).toBeGreaterThan(5);
    expect(texts().every((text) => text.includes('舆情信息2条') && !text.includes('营业'))).toBe(true);
    const sent = office.sent.length;
    await office.sweep();
    office.pass(30 * MINUTE);
    await office.sweep();
    expect(office.sent).toHaveLength(sent);
    expect(await office.system.items.find('demo', 'a')).toMatchObject({ outcome: 'watched' });
  });

  it('that a feed found long before it pushed them are pushed too', async () => {
    await office.push([plain('a')]);
    office.pass(31 * MINUTE);
    await office.sweep();
    const sent = office.sent.length;
    await office.push([plain('late', { collectedAt: '2026-03-02 07:00' })]);
    await office.sweep();
    expect(office.sent).toHaveLength(sent);
    office.pass(30 * MINUTE);
    expect(await office.sweep()).toMatchObject({ pushedItems: 1 });
    expect(office.sent).toHaveLength(2 * sent);
  });

  it('that come up again in an interval that has been told wait for the next', async () => {
    await office.push([plain('a')]);
    office.pass(31 * MINUTE);
    await office.sweep();
    const item = (await office.system.items.find('demo', 'a'))!;
    await office.system.items.put({ ...item, outcome: 'routine', revision: item.revision + 1 });
    expect(await office.sweep()).toMatchObject({ pushedItems: 0 });
    office.pass(30 * MINUTE);
    expect(await office.sweep()).toMatchObject({ pushedItems: 1 });
  });

  it('wait while the gateway is down', async () => {
    await office.push([plain('a')]);
    office.pass(30 * MINUTE);
    office.sms.isDown = true;
    expect(await office.sweep()).toMatchObject({ pushedItems: 0 });
    office.sms.isDown = false;
    expect(await office.sweep()).toMatchObject({ pushedItems: 1 });
    expect(new Set(people()).size).toBe(people().length);
  });

  it('go up the ladder where a role is empty, and wait when there is nobody', async () => {
    const roster = exampleRoster();
    const only = await createOffice({ roster: { roles: { chiefLeader: roster.roles.chiefLeader! } } });
    await only.push([plain('a')]);
    only.pass(30 * MINUTE);
    expect(await only.sweep()).toMatchObject({ pushedItems: 1 });
    expect(only.sent.map(({ to }) => to)).toEqual([roster.roles.chiefLeader![0]!.mobile]);
    const nobody = await createOffice({ roster: null });
    await nobody.push([plain('a')]);
    nobody.pass(30 * MINUTE);
    expect(await nobody.sweep()).toMatchObject({ pushedItems: 0 });
    expect(nobody.problems).toEqual(['routine']);
    expect(await nobody.system.items.onBoard('routine')).toHaveLength(1);
  });
});
