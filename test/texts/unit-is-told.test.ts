import { describe, expect, it } from 'vitest';
import { openBureau } from '../desk/support/bureau.ts';

// A warning before 转办: the unit gets it with the case, in one text that says what is to be done at once, and no second one about that.

describe.each([
  { bureau: 'leizhou', level: 'red', opener: 'dutyOfficer', unit: 'food', duty: 'warnUnits', warn: '预警' },
  {
    bureau: 'nanning',
    level: 'major',
    opener: 'dutyOfficer',
    unit: 'business',
    duty: 'informUnit',
    warn: '通报',
  },
])('$bureau', ({ bureau: id, level, opener, unit, duty, warn }) => {
  it('the unit is told once of the case, its warning and what is to be done at once', async () => {
    const bureau = await openBureau({ bureau: id, at: '2026-03-02T10:50:00+08:00' });
    const given = { title: '某厂', text: '网帖', sources: [{ kind: 'monitored' }], level };
    const { case: caseId } = (await bureau.open(opener, given)) as { case: string };
    await bureau.act(opener, caseId, { type: 'ReleaseWarning', duty });
    await bureau.passMinutes(2);
    const people = ['unitLiaison', 'unitHead'].flatMap((role) =>
      (bureau.roster.roles[role] ?? []).filter((person) => person.unit === unit).map(({ mobile }) => mobile),
    );
    const toUnit = () => bureau.texts.filter(({ to }) => people.includes(to)).map(({ message }) => message);
    expect(toUnit()).toEqual([]);
    await bureau.act(opener, caseId, { type: 'AssignUnit', unit });
    await bureau.passMinutes(3);
    const [first] = toUnit();
    expect(first).toContain(`办理并${warn},请签收`);
    for (const mobile of people) {
      const said = bureau.texts.filter(({ to }) => to === mobile).map(({ message }) => message);
      expect(said[0]).toContain(`办理并${warn},请签收`);
      const atOnce = /请签收并立即([^;。(…]+)/.exec(said[0]!)?.[1];
      if (atOnce !== undefined)
        expect(
          said.slice(1).filter((text) => text.includes(`请立即${atOnce}`) && !text.includes('催办')),
        ).toEqual([]);
    }
    await bureau.close();
  });
});
