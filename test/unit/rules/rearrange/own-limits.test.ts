import { describe, expect, it } from 'vitest';
import { isGradedLate } from '../../../../shared/deadlines/starts/grade-target.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { giversOf } from '../../../../shared/regulations/lookup.ts';
import { confirm, type File, give, open, person, pushed } from '../../../readings/given.ts';
import { at, leader, officer } from '../../../support/case-file.ts';
import { acknowledge, FIRST_REPORTS, of } from '../units/given.ts';
import { proposing } from './two-cases.ts';

/** Merged by whom the bureau lets; the case that goes on. */
const join = (bureau: string, from: File, into: File, when: string): File => {
  const [first, second] = ['MergeCase', 'ApproveMerge'].map((command) => {
    const roles = giversOf(regulations[bureau]!, command);
    return person(command === 'MergeCase' ? roles[0]! : roles.at(-1)!);
  });
  expect(from.give(when, first!, proposing(into.state, into.state.caseId)).refusal).toBeNull();
  expect(into.give(when, second!, { type: 'TakeOver', from: from.state }).refusal).toBeNull();
  return into;
};
const CASES = ['XX2026-0001', 'XX2026-0002'] as const;

describe.each(FIRST_REPORTS)(
  '$bureau: the first report that each unit of two cases owes',
  ({ bureau, level, duty, others }) => {
    const opened = (caseId: string, unit: string, when: string): File => {
      const file = open({ bureau, level, when, facts: { caseId, unit }, by: person('dutyOfficer') });
      file.release(when, person(giversOf(regulations[bureau]!, 'ReleaseWarning')[0] ?? 'dutyOfficer'));
      file.handOver(at(when));
      return file;
    };
    /** Each unit's, with its own instant, and since when it is chased. */
    const owed = (file: File) =>
      Object.fromEntries(
        file
          .schedule()
          .duties.filter((each) => each.duty === duty)
          .map(({ unit, current }) => [unit ?? file.state.unit, current.due]),
      );

    it.each([0, 1])('is owed by the limit that it had, from its own hand-over (%i)', (index) => {
      const two = [opened(CASES[0], others[0], '03-02 09:00'), opened(CASES[1], others[1], '03-02 11:00')];
      const before = { ...owed(two[0]!), ...owed(two[1]!) };
      expect(before[others[0]]).not.toBe(before[others[1]]);
      const [into, from] = [two[index]!, two[1 - index]!];
      join(bureau, from, into, '03-02 12:00');
      expect(owed(into)).toEqual(before);
      expect(into.state.units.map(({ unit, since }) => [unit, since])).toEqual(
        [into, from].map((_, place) => {
          const unit = others[place === 0 ? index : 1 - index]!;
          return [unit, at(unit === others[0] ? '03-02 09:00' : '03-02 11:00')];
        }),
      );
      // 签收 in the other case began nothing for it either.
      give(into, '03-02 12:10', of(others[1 - index]!), acknowledge);
      expect(owed(into)).toEqual(before);
    });
  },
);

const GRADERS = {
  leizhou: { level: 'red', by: officer },
  nanning: { level: 'major', by: officer },
  yinzhou: { level: 'major', by: leader },
} as const;
describe.each(Object.keys(GRADERS) as (keyof typeof GRADERS)[])(
  '%s: 定级迟延 of two merged cases',
  (bureau) => {
    const { level, by } = GRADERS[bureau];
    const graded = (caseId: string, foundAt: string, when: string | null): File => {
      const file = pushed({
        bureau,
        proposed: level,
        when: foundAt,
        instants: { detectedAt: foundAt },
        facts: { caseId },
      });
      if (when !== null) expect(give(file, when, by, confirm(level))).toBe('done');
      return file;
    };
    const late = (file: File, when: string) => isGradedLate(regulations[bureau]!, file.state, at(when));

    it.each([
      ['a second before its target', '03-02 08:29:59', false],
      ['at it', '03-02 08:30:00', false],
      ['a second after it', '03-02 08:30:01', true],
    ])('one determined %s, the other in time: the same whichever goes on', (_, when, isLate) => {
      for (const index of [0, 1]) {
        const two = [graded(CASES[0], '03-02 08:00', when), graded(CASES[1], '03-02 10:00', '03-02 10:10')];
        const merged = join(bureau, two[1 - index]!, two[index]!, '03-02 10:12');
        expect(late(merged, '03-02 11:00')).toBe(isLate);
        expect(late(merged, '03-05 11:00')).toBe(isLate);
      }
    });

    it.each([
      ['03-02 10:29:59', false],
      ['03-02 10:30:00', true],
      ['03-02 10:30:01', true],
    ])('neither determined, it is late at %s by the earlier target: %s', (when, isLate) => {
      for (const index of [0, 1]) {
        const two = [graded(CASES[0], '03-02 10:00', null), graded(CASES[1], '03-02 10:20', null)];
        const merged = join(bureau, two[1 - index]!, two[index]!, '03-02 10:25');
        expect(late(merged, when)).toBe(isLate);
      }
    });
  },
);
