import { beforeEach, describe, expect, it } from 'vitest';
import { mustContinue } from '../../shared/workflows/history-bound.ts';
import { machineOf } from '../support/machine.ts';
import { createOffice, type Office } from '../support/office.ts';
import { caseIn } from '../support/told.ts';

let office: Office;
let caseId: string;

beforeEach(async () => {
  office = await createOffice();
  const opening = { title: '投诉', level: 'blue', unit: 'food', sources: [{ kind: 'monitored' }] };
  caseId = caseIn(await office.as('officeHead')('POST', '/v1/cases', opening)).case;
  const command = {
    type: 'RecordInstruction',
    from: 'bureau',
    text: '查清',
    deadline: '2026-03-03T12:00:00+08:00',
  };
  await office.as('deputyLeader')('POST', `/v1/cases/${caseId}/commands`, command);
});

describe('a duty that only this case has', () => {
  it('waits in the branch for all others, with its own instant', async () => {
    const { instructions } = (await office.system.cases.load(caseId))!;
    expect(instructions).toHaveLength(1);
    // What every other duty waits for has been enforced or lies in branches of its own.
    const told = await machineOf(office, caseId, 'blue').schedule();
    expect(told).toMatchObject({
      outcome: 'handle',
      // Told at 08:00 of what is due at 12:00 of the next day: a quarter of these 28 hours before it.
      others: { stage: 'remind', at: '2026-03-02T21:00:00.000Z' },
    });
  });

  it('brings on a new execution sooner where there are many, and never at the first schedule', () => {
    const running = { branches: 20, duties: 150 };
    expect(mustContinue(running, 1, 0)).toBe(false);
    expect(mustContinue(running, 2, 0)).toBe(true);
    expect(mustContinue({ branches: 20, duties: 20 }, 2, 0)).toBe(false);
  });
});
