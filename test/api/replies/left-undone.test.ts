import { describe, expect, it } from 'vitest';
import { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { giversOf, isStanding, openableLevels } from '../../../shared/regulations/lookup.ts';
import { createOffice } from '../../support/office.ts';
import { read } from '../../support/told.ts';
import { openCase } from '../lists/desk.ts';

// What a case says that 结报 would leave undone is what 结报 asks a reason for, each under its name, and nothing else.

const NOTHING_LEFT = { type: 'Conclude', summary: '办结' };

describe.each(['leizhou', 'nanning', 'hohhot', 'petition', 'yinzhou'])('%s', (bureau) => {
  it('is asked for, and taken, under these names', async () => {
    const regulation = regulations[bureau]!;
    const office = await createOffice({ regulation });
    const gravest = openableLevels(regulation)
      .filter(({ id, clocked }) => clocked && !isStanding(regulation, id))
      .at(-1)!.id;
    const caseId = await openCase(office, regulation, { unit: regulation.units[0]!.id, level: gravest });
    const path = `/v1/cases/${caseId}`;
    const level = read(CaseReply, await office.as('officeHead')('GET', path)).handlingLevel.id;
    const role = giversOf(regulation, 'Conclude', level)[0]!;
    const ask = office.as(role);
    const { leftUndone, duties } = read(CaseReply, await ask('GET', path));
    expect(leftUndone.length).toBeGreaterThan(0);
    // Not all that is open: what only the office has set for itself, or what has no number, needs no reason.
    const open = duties.filter(({ status }) => ['open', 'listed', 'held'].includes(status));
    expect(leftUndone.length).toBeLessThanOrEqual(open.length);
    const told = (await ask('POST', `${path}/commands/tried`, NOTHING_LEFT)).body as {
      refusal: { code: string; message: string } | null;
    };
    if (told.refusal?.code === 'DUTIES_UNMET')
      for (const { name } of leftUndone) expect(told.refusal.message).toContain(name);
    const unmet = Object.fromEntries(leftUndone.map(({ name }) => [name, '由区里统一处置,本局不再另办']));
    const reasoned = (await ask('POST', `${path}/commands/tried`, { ...NOTHING_LEFT, unmet }))
      .body as typeof told;
    expect(reasoned.refusal?.code).not.toBe('DUTIES_UNMET');
  });
});
