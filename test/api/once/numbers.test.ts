import { describe, expect, it } from 'vitest';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { breakable } from '../../records/breakable.ts';
import { caseIn } from '../../support/told.ts';
import { atOnce, note, type Once, openOnce, SECOND } from './office.ts';

const HELD = 600 * SECOND;
const answerBy = '2026-03-09T18:00:00+08:00';
const blue = { ...note, level: 'blue', unit: 'food' };
const range = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);

const drafted = async (once: Once, caseId: string): Promise<number> => {
  await once.give('dutyOfficer', caseId, { type: 'DraftSupervisionOrder', reason: '处置不当' });
  return (await once.stateOf(caseId)).orders.at(-1)!.entry;
};
const sign = (once: Once, caseId: string, order: number) =>
  once.give('officeHead', caseId, { type: 'SignSupervisionOrder', order, answerBy });
/** The numbers that the logs of these cases name, lowest first. */
const issuedIn = async (once: Once, cases: readonly string[]): Promise<string[]> => {
  const states = await Promise.all(cases.map((caseId) => once.stateOf(caseId)));
  return states.flatMap(({ orders }) => orders.flatMap(({ issued }) => issued?.number ?? [])).sort();
};
const issuedNumbers = (count: number): string[] => range(count).map((each) => `雷市监舆督〔2026〕${each}号`);

describe('a series has no gap', () => {
  it.each(['before', 'after'] as const)(
    'whichever write of an opening fails, %s it is done, and nobody asks again',
    async (when) => {
      for (let broken = 1; ; broken += 1) {
        const { table, control } = breakable(createMemoryTable());
        const once = await openOnce({ table });
        await once.opened('dutyOfficer', blue);
        Object.assign(control, { left: broken, when });
        const { status } = await once.open('dutyOfficer', { ...blue, title: '未立成的一件' });
        control.left = Number.POSITIVE_INFINITY;
        once.office.pass(HELD);
        for (const title of ['甲', '乙', '丙']) await once.opened('dutyOfficer', { ...blue, title });
        const { cases } = once.office.system;
        const opened = await Promise.all(range(6).map((number) => cases.load(`LZ2026-000${number}`)));
        const there = opened.flatMap((state, index) => (state === null ? [] : [index + 1]));
        expect(there, `write ${broken} ${when}`).toEqual(range(there.length));
        expect(new Set(opened.flatMap((state) => state?.title ?? [])).size).toBe(there.length);
        if (status < 300) break;
      }
    },
  );

  it.each(['before', 'after'] as const)(
    'whichever write of a signature fails, %s it is done, and nobody signs again',
    async (when) => {
      for (let broken = 1; ; broken += 1) {
        const { table, control } = breakable(createMemoryTable());
        const once = await openOnce({ table });
        const [one, other] = [
          await once.opened('dutyOfficer', blue),
          await once.opened('dutyOfficer', { ...blue, title: '另一件' }),
        ];
        const [first, second] = [await drafted(once, one), await drafted(once, other)];
        Object.assign(control, { left: broken, when });
        const { status } = await sign(once, one, first);
        control.left = Number.POSITIVE_INFINITY;
        once.office.pass(HELD);
        expect((await sign(once, other, second)).status).toBe(200);
        await once.give('dutyOfficer', other, { type: 'DraftSupervisionOrder', reason: '回复失实' });
        await sign(once, other, (await once.stateOf(other)).orders.at(-1)!.entry);
        const issued = await issuedIn(once, [one, other]);
        expect(issued, `write ${broken} ${when}`).toEqual(issuedNumbers(issued.length));
        // Whoever signs after all gets a number that nobody else has.
        expect((await sign(once, one, first)).status).toBe(200);
        expect(await issuedIn(once, [one, other])).toEqual(issuedNumbers(3));
        if (status < 300) break;
      }
    },
  );

  it('when a draft is voided while it is being signed', async () => {
    const once = await openOnce();
    const caseId = await once.opened('dutyOfficer', blue);
    const order = await drafted(once, caseId);
    const voiding = { type: 'VoidOrder', order, reason: '事实有误' };
    await atOnce((turn) =>
      turn % 2 === 0 ? once.give('officeHead', caseId, voiding) : sign(once, caseId, order),
    );
    once.office.pass(HELD);
    const next = await drafted(once, caseId);
    expect((await sign(once, caseId, next)).status).toBe(200);
    const issued = await issuedIn(once, [caseId]);
    expect(issued).toEqual(issuedNumbers(issued.length));
  });

  it.each([
    ['a second before ten minutes', HELD - SECOND, 'LZ2026-0002'],
    ['ten minutes later', HELD, 'LZ2026-0001'],
  ])('a number that was taken and not used goes to the next, %s: %3$s', async (_, later, next) => {
    const { table, control } = breakable(createMemoryTable());
    const once = await openOnce({ table });
    const failed = { ...blue, title: '未立成的一件' };
    // What is written before the log: the number, its key, the counter.
    Object.assign(control, { left: 4, when: 'before' });
    expect((await once.open('dutyOfficer', failed)).status).toBe(500);
    once.office.pass(later);
    expect(await once.opened('dutyOfficer', blue)).toBe(next);
    const again = caseIn(await once.open('dutyOfficer', failed));
    expect(again.title).toBe(failed.title);
    expect(again.case).toBe(next === 'LZ2026-0001' ? 'LZ2026-0002' : 'LZ2026-0001');
  });
});

it('the same opening a second before and at New Year is one case', async () => {
  const once = await openOnce();
  once.office.at('2026-12-31T15:59:59.000Z');
  const first = await once.opened('dutyOfficer', { ...blue, key: 'note-7' });
  expect(first).toBe('LZ2026-0001');
  const content = await once.opened('dutyOfficer', blue);
  once.office.at('2026-12-31T16:00:00.000Z');
  expect(await once.opened('dutyOfficer', { ...blue, key: 'note-7' })).toBe(first);
  expect(await once.opened('dutyOfficer', blue)).toBe(content);
  expect(await once.opened('dutyOfficer', { ...blue, title: '新年的一件' })).toBe('LZ2027-0001');
});
