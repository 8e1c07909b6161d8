import { describe, expect, it } from 'vitest';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import { createMemoryTable } from '../../../shared/records/memory-table.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at } from '../../support/case-file.ts';
import { CASE, casesOn, note } from '../case-on-table.ts';
import { firstBreak } from './first-break.ts';

const stage = async () => {
  const own = casesOn(createMemoryTable());
  await own.open({ level: 'yellow' });
  const last = async () => (await own.cases.log(CASE)).at(-1)!;
  return { ...own, last };
};

describe('a clock that is behind the last entry', () => {
  it.each([
    ['59 seconds', '2026-03-01T23:59:01.000Z', undefined],
    ['a minute', '2026-03-01T23:59:00.000Z', undefined],
    ['a minute and a second', '2026-03-01T23:58:59.000Z', '2026-03-01T23:58:59.000Z'],
  ])(
    'by %s: the entry has the time of the one before, and is marked beyond a minute',
    async (_, now, marked) => {
      const { clock, give, last } = await stage();
      clock.now = now;
      await give(note('x'));
      expect(await last()).toMatchObject({ at: at('03-02 08:00') });
      expect((await last()).clock).toBe(marked);
    },
  );
});

describe('a clock that was a year ahead and was put back', () => {
  const jumped = async () => {
    const own = await stage();
    own.clock.now = '2027-03-02T00:00:00.000Z';
    await own.give(note('ahead'));
    own.clock.now = at('03-02 09:00');
    return own;
  };

  it('leaves the log in order, and marks what is written until it has caught up', async () => {
    const { cases, clock, give, last } = await jumped();
    await give(note('back'));
    expect(await last()).toMatchObject({ at: '2027-03-02T00:00:00.000Z', clock: at('03-02 09:00') });
    clock.now = '2027-03-02T00:00:01.000Z';
    await give(note('later'));
    expect(await last()).toMatchObject({ at: '2027-03-02T00:00:01.000Z' });
    expect((await last()).clock).toBeUndefined();
    expect(firstBreak(await cases.evidence(CASE))).toBeNull();
  });

  it('does not keep the file in the future: what is done now begins now, and nobody can act ahead of it', async () => {
    const { cases, clock, give } = await jumped();
    const { state } = await give({ type: 'AssignUnit', unit: 'drugs' });
    expect(state).toMatchObject({
      units: [{ unit: 'food' }, { unit: 'drugs', since: at('03-02 09:00') }],
      lastAt: at('03-02 09:00'),
      loggedAt: '2027-03-02T00:00:00.000Z',
    });
    const { duties } = scheduleCase(leizhou, state);
    const begun = duties.flatMap(({ start }) => start?.at ?? []);
    expect(begun.length).toBeGreaterThan(0);
    expect(begun.every((instant) => instant <= clock.now)).toBe(true);
    const ahead = { type: 'RecordAction' as const, action: 'verified', madeAt: at('03-02 10:00') };
    expect((await give(ahead)).refusal).toMatchObject({ code: 'INSTANT_IN_FUTURE' });
    expect((await give({ ...ahead, madeAt: at('03-02 08:50') })).refusal).toBeNull();
    expect((await cases.load(CASE))?.actions.at(-1)?.madeAt).toBe(at('03-02 08:50'));
  });
});
