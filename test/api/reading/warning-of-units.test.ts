import { describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { nameIn } from '../../../shared/regulations/lookup.ts';
import { createOffice, grave } from '../../support/office.ts';
import { caseIn, caseOf } from '../../support/told.ts';

// 预警 on a case that several units have: what each of them owes for itself is said once, with all of them.

const BUREAUS = [
  { bureau: 'leizhou', owes: {}, units: ['food', 'drugs'] },
  { bureau: 'yinzhou', owes: { flags: ['imageHarmed'] }, units: ['welfareHome', 'charity'] },
] as const;

describe.each(BUREAUS)('at $bureau', ({ bureau, owes, units: [lead, joint] }) => {
  const regulation = regulations[bureau]!;
  const [one, other] = [lead, joint].map((unit) => nameIn(regulation.units, unit));
  const opened = async () => {
    const office = await createOffice({ regulation });
    const caseId = caseOf(await office.push([grave('a', owes)]));
    const give = async (command: object) =>
      expect((await office.as('officeHead')('POST', `/v1/cases/${caseId}/commands`, command)).status).toBe(
        200,
      );
    const advice = async (): Promise<string> => {
      const { duties } = caseIn(await office.as('officeHead')('GET', `/v1/cases/${caseId}`));
      const drafts = duties.flatMap(({ warningDraft }) => warningDraft ?? []);
      return drafts.map(({ text }) => text ?? '').join('\n');
    };
    await give({ type: 'AssignUnit', unit: lead });
    return { give, advice };
  };
  it('names both where both owe it, says nothing twice, and names nobody where one unit has the case', async () => {
    const { give, advice } = await opened();
    expect(await advice()).not.toContain('各自');
    await give({ type: 'AssignUnit', unit: joint, part: 'joint' });
    const said = (await advice()).split(/[;\n]/);
    expect(said.length).toBeGreaterThan(0);
    expect(new Set(said).size).toBe(said.length);
    // Only in 雷州 does the warning advise what the units owe.
    const both = bureau === 'leizhou' ? [`股室初报处置情况(立即)(${one}、${other}各自)`] : [];
    expect(said.filter((each) => each.startsWith('股室初报'))).toEqual(both);
  });
});
