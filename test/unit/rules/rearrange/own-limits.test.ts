import { describe, expect, it } from 'vitest';
import { isGradedLate } from '../../../../shared/deadlines/starts/grade-target.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { giversOf } from '../../../../shared/regulations/lookup.ts';
import { labelOf } from '../../../../shared/rules/labels/labels.ts';
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

// A limit that runs in one of two cases is not excused by the other, whose own had passed before anybody could keep it.

const FOUND_LATE = {
  leizhou: { level: 'red', duty: 'publicResponse', due: '03-02 15:00', lag: '03-01 12:00' },
  yinzhou: { level: 'major', duty: 'oralReport', due: '03-02 10:15', lag: '03-01 12:00' },
} as const;
const moved = (local: string, seconds: number): string =>
  new Date(Date.parse(at(local)) + seconds * 1000).toISOString();

describe.each(Object.keys(FOUND_LATE) as (keyof typeof FOUND_LATE)[])('%s', (bureau) => {
  const { level, duty, due, lag } = FOUND_LATE[bureau];
  const opened = (caseId: string, publishedAt?: string): File => {
    const instants: Record<string, string> = publishedAt === undefined ? {} : { publishedAt };
    const file = open({ bureau, level, when: '03-02 10:00', instants, facts: { caseId } });
    give(file, '03-02 10:00', leader, confirm(level));
    return file;
  };
  it.each([
    [-1, false],
    [0, false],
    [-1, true],
    [0, true],
  ])(
    'merged %i seconds before it passes, it is missed at its own instant (the late case goes on: %s)',
    (seconds, isLate) => {
      const [late, running] = [opened('XX2026-0001', lag), opened('XX2026-0002')];
      expect(late.duty(duty)?.foundLate?.how).toBe('discovery');
      expect(running.duty(duty)).toMatchObject({ foundLate: null, current: { due: at(due) } });
      const [from, into] = isLate ? [running, late] : [late, running];
      join(bureau, from, into, moved(due, seconds));
      expect(into.duty(duty)).toMatchObject({ keptDue: at(due), current: { due: late.due(duty) } });
      const taken = into.log.flatMap(({ events }) => events).find(({ type }) => type === 'CaseTakenOver');
      expect(labelOf(regulations[bureau]!, taken!)).toContain('原时限不变');
      expect(Object.keys(into.state.passed).filter((key) => key.startsWith(duty))).toEqual([]);
      into.runTo(moved(due, 3600));
      expect(into.state.passed[`${duty}#1`]?.due).toBe(at(due));
      expect(into.duty(duty)?.foundLate).toBeNull();
    },
  );
});
