import { beforeEach, describe, expect, it } from 'vitest';
import { exampleRoster } from '../../infra/local/people.ts';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import type { Key } from '../../shared/records/table.ts';
import { createOffice, type Office, plain } from '../support/office.ts';

const MINUTE = 60_000;
let office: Office;
beforeEach(async () => {
  office = await createOffice();
});

/** One minute of the running system: the sweep, then what waits in the mailboxes. */
const lookOver = async (of: Office) => {
  const report = await of.sweep();
  await of.notify();
  return report;
};

describe('常规 items', () => {
  const texts = () => office.sent.map(({ message }) => message.text);
  const people = () => office.sent.map(({ to }) => to);

  it('are pushed in a digest, in one message for each person of the regulation', async () => {
    await office.push([plain('a'), plain('b')]);
    await lookOver(office);
    expect(office.sent).toEqual([]);
    office.pass(60 * MINUTE);
    expect(await lookOver(office)).toMatchObject({ pushedItems: 2 });
    const { deputyLeader, chiefLeader, dutyOfficer } = exampleRoster().roles;
    expect(people().sort()).toEqual(
      [deputyLeader, chiefLeader, dutyOfficer].map((list) => list![0]!.mobile).sort(),
    );
    expect(texts().every((text) => text.includes('2条') && !text.includes('营业'))).toBe(true);
    const sent = office.sent.length;
    await lookOver(office);
    office.pass(60 * MINUTE);
    await lookOver(office);
    expect(office.sent).toHaveLength(sent);
    expect(await office.system.items.find('demo', 'a')).toMatchObject({ outcome: 'watched' });
  });

  it('go to the units whose they are', async () => {
    await office.push([plain('a', { unit: 'food' })]);
    office.pass(60 * MINUTE);
    await lookOver(office);
    const liaisons = exampleRoster().roles.unitLiaison!;
    const told = people().filter((to) => liaisons.some(({ mobile }) => mobile === to));
    expect(told).toEqual([liaisons.find(({ unit }) => unit === 'food')!.mobile]);
  });

  it('that came in the night wait for its end: 08:00, a second before nothing', async () => {
    office.at('2026-03-02T22:05:00+08:00');
    await office.push([plain('a')]);
    office.at('2026-03-03T01:05:00+08:00');
    await office.push([plain('b')]);
    await lookOver(office);
    office.at('2026-03-03T07:59:59+08:00');
    expect(await lookOver(office)).toMatchObject({ pushedItems: 0 });
    expect(office.sent).toEqual([]);
    office.at('2026-03-03T08:00:00+08:00');
    expect(await lookOver(office)).toMatchObject({ pushedItems: 2 });
    expect(texts()[0]).toContain('2条');
  });

  it('that a feed found long before it pushed them are pushed too', async () => {
    await office.push([plain('late', { collectedAt: '2026-03-02 07:00' })]);
    await lookOver(office);
    expect(office.sent).toEqual([]);
    office.pass(60 * MINUTE);
    expect(await lookOver(office)).toMatchObject({ pushedItems: 1 });
  });

  it('reach their people once the gateway is back', async () => {
    await office.push([plain('a')]);
    office.pass(60 * MINUTE);
    office.sms.isDown = true;
    expect(await lookOver(office)).toMatchObject({ pushedItems: 1 });
    expect(office.sent).toEqual([]);
    office.sms.isDown = false;
    office.pass(MINUTE);
    await office.notify();
    expect(new Set(people()).size).toBe(3);
  });

  it('go up the ladder where a role is empty, and wait when there is nobody', async () => {
    const roster = exampleRoster();
    const only = await createOffice({ roster: { roles: { chiefLeader: roster.roles.chiefLeader! } } });
    await only.push([plain('a')]);
    only.pass(60 * MINUTE);
    expect(await lookOver(only)).toMatchObject({ pushedItems: 1 });
    expect(only.sent.map(({ to }) => to)).toEqual([roster.roles.chiefLeader![0]!.mobile]);
    const nobody = await createOffice({ roster: null });
    await nobody.push([plain('a')]);
    nobody.pass(60 * MINUTE);
    expect(await nobody.sweep()).toMatchObject({ pushedItems: 0 });
    expect(nobody.problems).toEqual(['routine']);
    expect(await nobody.system.items.onBoard('routine')).toHaveLength(1);
  });
});

describe('items that do not wait', () => {
  const onDuty = exampleRoster().roles.dutyOfficer![0]!.mobile;
  const alerted = async (): Promise<string[]> => {
    await office.notify();
    return office.sent.map(({ to }) => to);
  };

  it('are those with a word that is a sign of more: who is on duty hears at once, once', async () => {
    office.at('2026-03-02T23:00:00+08:00');
    await office.push([plain('a', { title: '买到假冒伪劣产品' })]);
    expect(await alerted()).toEqual([onDuty]);
    office.pass(2 * MINUTE);
    expect(await alerted()).toEqual([onDuty]);
    expect(await office.system.items.find('demo', 'a')).toMatchObject({ outcome: 'routine', alert: 'told' });
  });

  it('are not those that only speak of food, or of a quarter of the town', async () => {
    await office.push([plain('a', { title: '食品安全宣传进社区' })]);
    expect(await alerted()).toEqual([]);
  });

  it('are the fifth of one matter also where others took the first, and no item is read for one that this one took', async () => {
    const table = createMemoryTable();
    let reads = 0;
    const counting = {
      ...table,
      get: (key: Key) => {
        if (key.pk.startsWith('ITEM#')) reads += 1;
        return table.get(key);
      },
    };
    office = await createOffice({ table: counting });
    const reworded = (id: string) =>
      plain(id, { title: '咨询', content: `网友在论坛上咨询个体工商户年报应当如何填写、何时截止,编号${id}` });
    const other = (id: string) => plain(id, { title: `第${id}条`, content: `${id}`.repeat(30) });
    for (const id of ['a', 'b', 'c']) await office.push([reworded(id)]);
    for (let number = 0; number < 40; number += 1) await office.push([other(`x${number}`)]);
    expect(reads).toBe(0);
    const second = await createOffice({ table: counting, roster: null });
    await second.push([reworded('d')]);
    expect(reads).toBe(43);
    expect(await alerted()).toEqual([]);
    office.pass(2000);
    await office.push([reworded('e')]);
    expect(reads).toBe(44);
    expect(await alerted()).toEqual([onDuty]);
  });

  it('are the fifth of one matter within an hour, and not within more', async () => {
    const same = (id: string) => plain(id, { title: '网友咨询个体工商户年报如何填写' });
    for (const id of ['a', 'b', 'c', 'd']) await office.push([same(id)]);
    expect(await alerted()).toEqual([]);
    office.pass(60 * MINUTE + 1000);
    await office.push([same('e')]);
    expect(await alerted()).toEqual([]);
    for (const id of ['f', 'g', 'h']) await office.push([same(id)]);
    expect(await alerted()).toEqual([]);
    await office.push([same('i')]);
    expect(await alerted()).toEqual([onDuty]);
    office.pass(2 * MINUTE);
    for (const id of ['j', 'k', 'l', 'm']) await office.push([same(id)]);
    expect(await alerted()).toEqual([onDuty]);
    // And again with so many more.
    await office.push([same('n')]);
    expect(await alerted()).toEqual([onDuty, onDuty]);
  });
});
