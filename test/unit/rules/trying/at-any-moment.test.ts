import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { giversOf, isPerUnit, openableLevels } from '../../../../shared/regulations/lookup.ts';
import { toldAtOnce } from '../../../../shared/rules/trying/at-once.ts';
import { caseFile, officer, opening, suggestion } from '../../../support/case-file.ts';
import { rosterOf } from '../../../support/roster.ts';

// Stages stand at whole seconds; nobody presses a button at one.

const levels = Object.values(regulations).flatMap((regulation) =>
  openableLevels(regulation).map(({ id }) => ({ bureau: regulation.id, regulation, level: id })),
);

describe.each(levels)('an opening: $bureau $level', ({ regulation, level }) => {
  const toldWhen = (moment: string): string[] => {
    const file = caseFile(regulation);
    const role = giversOf(regulation, 'OpenCase', level).find((each) => !isPerUnit(regulation, each))!;
    const actor = { ...officer, role };
    const { refusal } = file.give(moment, actor, {
      ...opening({ level, unit: undefined, sources: [{ kind: 'monitored' }] }),
      grade: suggestion(level),
    });
    expect(refusal).toBe(null);
    const context = { regulation, now: moment, actor, roster: rosterOf([]) };
    return toldAtOnce(context, null, file.state).map(
      ({ duty, template, role: to }) => `${duty} ${template} ${to}`,
    );
  };

  it('tells the same at once within a second as at its beginning', () => {
    expect(toldWhen('2026-03-02T05:36:21.570Z')).toEqual(toldWhen('2026-03-02T05:36:21.000Z'));
  });
});
