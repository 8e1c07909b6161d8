import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../../shared/case/state.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import type { EnforceStage } from '../../../shared/rules/limits/enforce.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, officer, opening, system } from '../../support/case-file.ts';
import { createOffice } from '../../support/office.ts';

const YEAR = 2026;
const { caseId: _, ...facts } = opening({
  level: 'yellow',
  sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 09:00') }],
});
const open = async () => {
  const office = await createOffice();
  const { numbering, office: carrier } = office.system;
  office.at(at('03-02 09:00'));
  const number = (key: string, more: Partial<typeof facts> = {}) =>
    numbering.forCase({ actor: officer, facts: { ...facts, ...more }, year: YEAR, key });
  const caseId = await number('first');
  const { state } = await carrier.carryOut(caseId, officer, { ...facts, caseId });
  return { office, numbering, carrier, number, state };
};

/** The stage that the duty waits for, as its branch will ask for it. */
const nextStage = (state: CaseState) => {
  const scheduled = scheduleCase(leizhou, state).duties.find(({ duty }) => duty === 'zhanjiangTelephone')!;
  const { at: when, stage, index, due, orders } = scheduled.next!;
  const { occurrence } = scheduled.current;
  const command: EnforceStage = { type: 'EnforceStage', duty: scheduled.duty, occurrence, stage, index, due };
  return { when, orders, command };
};

describe('the number of a case', () => {
  it('is taken once under a key, and the next by another', async () => {
    const { number, numbering, state } = await open();
    expect(state.caseId).toBe('LZ2026-0001');
    expect(await number('first')).toBe('LZ2026-0001');
    expect(await number('second')).toBe('LZ2026-0002');
    expect((await numbering.openedUnder(YEAR, 'first'))?.caseId).toBe('LZ2026-0001');
    expect(await numbering.openedUnder(YEAR, 'second')).toBeNull();
    expect(await numbering.openedUnder(YEAR, 'third')).toBeNull();
  });

  it('is not taken by an opening that the rules refuse', async () => {
    const { number } = await open();
    await expect(number('wrong', { flags: ['nonsense'] })).rejects.toMatchObject({ code: 'FLAG_UNKNOWN' });
    expect(await number('right')).toBe('LZ2026-0002');
  });
});

describe('the number of a supervision order', () => {
  it('goes to the stage that issues one, when it is time, and to no other', async () => {
    const { office, numbering, carrier, state } = await open();
    const numbered = async (of: CaseState, key: string) =>
      (await numbering.withOrder(of, system, nextStage(of).command, key)).orderNumber;
    let now = state;
    for (
      ;
      !nextStage(now).orders;
      now = (await carrier.carryOut(now.caseId, system, nextStage(now).command)).state
    ) {
      office.at(nextStage(now).when);
      expect(await numbered(now, nextStage(now).command.stage)).toBeUndefined();
    }
    expect(await numbered(now, 'too early')).toBeUndefined();
    office.at(nextStage(now).when);
    expect(await numbered(now, 'due')).toBe('雷市监舆督〔2026〕1号');
    expect(await numbered(now, 'due')).toBe('雷市监舆督〔2026〕1号');
    expect(await numbered(now, 'another')).toBe('雷市监舆督〔2026〕2号');
  });

  it('is not taken by an order that the rules refuse', async () => {
    const { numbering, state } = await open();
    const order = { type: 'IssueSupervisionOrder' as const, reason: '未反馈' };
    const nobody = { id: 'x', name: 'X', role: 'nobody' };
    expect((await numbering.withOrder(state, nobody, order, 'a')).orderNumber).toBeUndefined();
    const wrong = { ...order, duty: 'nonsense' };
    expect((await numbering.withOrder(state, officer, wrong, 'b')).orderNumber).toBeUndefined();
  });
});
