import { expect, it } from 'vitest';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import { createOffice, type Office } from '../support/office.ts';
import { numberOf, openYellow } from './phones.ts';

const MINUTE = 60_000;
const toDuty = ({ sent }: Office): number => sent.filter(({ to }) => to === numberOf('dutyOfficer')).length;
/** Lets so many minutes go by, with a look into the mailboxes after each. */
const passMinutes = async (office: Office, minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute += 1) {
    office.pass(MINUTE);
    await office.notify();
  }
};

it.each([
  ['a year', '2027-03-02T10:02:00+08:00'],
  ['three hours', '2026-03-02T13:02:00+08:00'],
  ['two minutes', '2026-03-02T10:06:00+08:00'],
])(
  'a person to whom a text went on a clock that was %s ahead is told as ever once it is put back',
  async (_, ahead) => {
    const office = await createOffice();
    office.at('2026-03-02T10:00:00+08:00');
    await office.notify(await openYellow(office, 'a'));
    office.at(ahead);
    await office.notify(await openYellow(office, 'b'));
    const before = toDuty(office);
    expect(before).toBeGreaterThan(1);
    office.at('2026-03-02T10:04:00+08:00');
    const caseId = await openYellow(office, 'c');
    await office.notify(caseId);
    await passMinutes(office, 3);
    expect(toDuty(office)).toBeGreaterThan(before);
    expect((await office.system.cases.load(caseId))!.pendingNotices).toEqual({});
  },
);

it('a person for whom a text of a case waits whose entry cannot be read hears of the other cases', async () => {
  const table = createMemoryTable();
  const before = await createOffice({ table });
  before.at('2026-03-02T10:00:00+08:00');
  await before.notify(await openYellow(before, 'a'));
  const damaged = await openYellow(before, 'b');
  // Within the minute of the first: what it has to tell waits.
  await before.notify(damaged);
  const key = { pk: `CASE#${damaged}`, sk: 'LOG#000001' };
  const record = (await table.get(key))!;
  await table.remove(key);
  await table.put({ ...record, entry: { changed: true } }, { absent: true });

  const office = await createOffice({ table });
  office.at('2026-03-02T10:05:00+08:00');
  const sound = await openYellow(office, 'c');
  await office.notify(sound);
  await passMinutes(office, 2);
  expect(toDuty(office)).toBeGreaterThan(0);
  expect((await office.system.cases.load(sound))!.pendingNotices).toEqual({});
  expect(JSON.stringify(office.problems)).toContain(`${damaged} texts`);
});
