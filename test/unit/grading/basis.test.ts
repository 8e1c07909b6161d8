import { describe, expect, it } from 'vitest';
import { isBorne, unknownCriteria } from '../../../shared/grading/basis.ts';
import { grade } from '../../../shared/grading/grade.ts';
import { regulations } from '../../../shared/regulations/index.ts';

// A level that comes of what nobody knows is no finding.

const graded = (bureau: string, text: string, more: object = {}) => {
  const regulation = regulations[bureau]!;
  const found = grade(regulation, {
    ...{ text, counters: {}, observations: [], observedAt: '2026-03-02T22:00:00+08:00', flags: [] },
    ...more,
  });
  const names = unknownCriteria(regulation, found).map(({ name }) => name);
  return { level: found.level, names, borne: isBorne(regulation, found) };
};
const FORTY = '某小学40名学生腹泻，现在医院留观。';

describe('what a proposed level rests on', () => {
  it('the lowest is not borne while a criterion is unknown, and names it', () => {
    const { level, names, borne } = graded('leizhou', FORTY);
    expect(level).toBe('routine');
    expect(names).toEqual(expect.arrayContaining(['敏感程度', '紧急程度', '影响范围', '热度']));
    expect(borne).toBe(false);
  });
  it('the lowest is borne once somebody has said what each is', () => {
    const factors = { sensitivity: 0, severity: 1, urgency: 0, scope: 1, heat: 0 };
    expect(graded('leizhou', FORTY, { factors })).toMatchObject({ level: 'routine', names: [], borne: true });
  });
  it('a higher one holds, whatever is unknown', () => {
    const { level, names, borne } = graded('leizhou', FORTY, { flags: ['crossCounty'] });
    expect(level).toBe('orange');
    expect(names.length).toBeGreaterThan(0);
    expect(borne).toBe(true);
  });
  it.each(['nanning', 'hohhot', 'petition', 'yinzhou'])(
    'at %s, which has rules and no criteria, the level that is left where none holds is not borne',
    (bureau) => {
      expect(graded(bureau, FORTY)).toMatchObject({
        ...{ level: regulations[bureau]!.grading.bands[0]!.level, names: [], borne: false },
      });
    },
  );
  it('at nanning a flag by which a rule holds bears its level', () => {
    expect(graded('nanning', FORTY, { flags: ['mainstreamExposed'] }).borne).toBe(true);
  });
});
