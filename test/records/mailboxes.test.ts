import { expect, it } from 'vitest';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import { createMailboxes, type Waiting } from '../../shared/records/texts/mailboxes.ts';

const MOBILE = '+8613800000001';
const waitingFor = (caseId: string, notice: string): Waiting => ({
  mobile: MOBILE,
  person: 'duty-1',
  name: '值班员甲',
  address: 'duty-1',
  tries: 0,
  at: '2026-03-02T00:00:00.000Z',
  about: { caseId, notice, role: 'dutyOfficer', among: ['duty-1'] },
});
const filled = async (...all: Waiting[]) => {
  const reads: number[] = [];
  const table = createMemoryTable();
  const mailboxes = createMailboxes({
    ...table,
    list: async (...of) => {
      const found = await table.list(...of);
      reads.push(found.length);
      return found;
    },
  });
  for (const each of all) await mailboxes.put(each);
  return { mailboxes, reads, box: mailboxes.boxOf(MOBILE) };
};

it('a mailbox with texts of one case alone is read whole, up to the most that is wanted', async () => {
  const three = ['a', 'b', 'c'].map((notice) => waitingFor('LZ2026-1', notice));
  const { mailboxes, box } = await filled(...three);
  expect(await mailboxes.listOfOne(box, 3)).toEqual(three);
  expect(await mailboxes.listOfOne(box, 2)).toBeUndefined();
  expect(await (await filled()).mailboxes.listOfOne(box, 3)).toEqual([]);
});

it.each(['LZ2026-10', 'LZ2026-2', 'LZ2025-9'])(
  'of a mailbox that holds a text of another case too, of %s, two are read and no more',
  async (other) => {
    const { mailboxes, box, reads } = await filled(
      ...['a', 'b', 'c'].map((notice) => waitingFor('LZ2026-1', notice)),
      ...['a', 'b', 'c'].map((notice) => waitingFor(other, notice)),
    );
    expect(await mailboxes.listOfOne(box, 50)).toBeUndefined();
    expect(reads).toEqual([1, 1]);
  },
);
