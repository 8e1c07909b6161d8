import { describe, expect, it } from 'vitest';
import { ratingsOfCase } from '../../../../shared/deadlines/condition-facts.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { giversOf } from '../../../../shared/regulations/lookup.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { type File, open, person } from '../../../readings/given.ts';
import { at } from '../../../support/case-file.ts';
import { A, B, dueOf, openedAs, proposing } from './two-cases.ts';

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
/** The same two cases, each into the other. */
const eitherWay = (bureau: string, two: () => [File, File], when: string): [File, File] => {
  const [one, other] = two();
  const [third, fourth] = two();
  return [join(bureau, one, other, when), join(bureau, fourth, third, when)];
};

describe('a limit that one of two cases had been granted longer (南宁)', () => {
  const asked = (caseId: string, when: string): File =>
    open({
      bureau: 'nanning',
      level: 'general',
      when,
      facts: { caseId, flags: ['netizenPost', 'byProcedure'], instants: { detectedAt: at(when) } },
    });
  const two = (): [File, File] => {
    const extended = asked('NN2026-0001', '03-02 09:00');
    const by = { ...person('unitHead'), unit: 'business' };
    const to = at('03-13 17:00');
    const extend: CaseCommand = {
      type: 'ExtendDuty',
      duty: 'settledReply',
      to,
      reason: '情况复杂需要延长',
      approvedBy: '分管领导',
    };
    expect(extended.give('03-03 08:00', by, extend).refusal).toBeNull();
    return [extended, asked('NN2026-0002', '03-03 09:00')];
  };

  it('is owed by the limit of the other, and no earlier, whichever goes on', () => {
    const [extended, other] = two();
    expect(extended.due('settledReply')).toBe(at('03-13 17:00'));
    const due = other.due('settledReply');
    expect(due).toBe(at('03-10 17:00'));
    for (const into of eitherWay('nanning', two, '03-03 10:10')) expect(into.due('settledReply')).toBe(due);
  });
});

describe('a rating of two cases', () => {
  const rated = (bureau: string, file: File, scale: string, level: string, when: string): File => {
    const rate: CaseCommand = { type: 'RateCase', scale, level, reason: '经评估' };
    expect(
      file.give(
        when,
        person(bureau === 'nanning' ? 'deputyLeader' : giversOf(regulations[bureau]!, 'RateCase')[0]!),
        rate,
      ).refusal,
    ).toBeNull();
    return file;
  };
  const levelsOf = (bureau: string, scale: string): string[] =>
    regulations[bureau]!.scales.find(({ id }) => id === scale)!
      .levels.toSorted((one, other) => one.rank - other.rank)
      .map(({ id }) => id);

  it('that is lower takes away no graver one that the level brings by itself (南宁)', () => {
    const [lowest] = levelsOf('nanning', 'sensitivity');
    const two = (): [File, File] => {
      const instants = { detectedAt: at('03-02 09:00') };
      const [one, other] = ['NN2026-0001', 'NN2026-0002'].map((caseId) =>
        open({ bureau: 'nanning', level: 'major', when: '03-02 09:00', facts: { caseId, instants } }),
      );
      return [one!, rated('nanning', other!, 'sensitivity', lowest!, '03-02 09:05')];
    };
    const [byDefault] = two();
    const graver = ratingsOfCase(regulations.nanning!, byDefault.state).sensitivity?.level;
    expect(graver).toBe('important');
    for (const into of eitherWay('nanning', two, '03-02 10:00')) {
      expect(ratingsOfCase(regulations.nanning!, into.state).sensitivity?.level).toBe(graver);
      expect(into.due('reportImportant')).toBe(at('03-02 13:00'));
    }
  });

  it('that is graver goes on, whichever goes on (呼和浩特)', () => {
    const scale = regulations.hohhot!.scales.find(({ use }) => use === 'rating')!.id;
    const levels = levelsOf('hohhot', scale);
    const two = (): [File, File] => {
      const level = regulations.hohhot!.scales[0]!.levels[0]!.id;
      const [one, other] = ['HT2026-0001', 'HT2026-0002'].map((caseId) =>
        open({ bureau: 'hohhot', level, when: '03-02 09:00', facts: { caseId } }),
      );
      return [
        rated('hohhot', one!, scale, levels[0]!, '03-02 09:05'),
        rated('hohhot', other!, scale, levels.at(-1)!, '03-02 09:05'),
      ];
    };
    for (const into of eitherWay('hohhot', two, '03-02 10:00'))
      expect(into.state.ratings[scale]?.level).toBe(levels.at(-1));
  });
});

describe('two cases that had both missed the same (雷州)', () => {
  it.each([
    ['a second before', '03-04 08:59:59', undefined],
    ['at', '03-04 09:00', undefined],
    ['after the first of both limits', '03-04 09:15', at('03-04 09:00')],
    ['after both', '03-04 10:00', at('03-04 09:00')],
  ])('become one either way, overdue since the earlier limit (%s)', (_, when, passed) => {
    const two = (): [File, File] => [
      openedAs(A, 'orange', { instants: { occurredAt: at('03-02 09:00') } }, '03-02 09:00'),
      openedAs(B, 'orange', { instants: { occurredAt: at('03-02 09:30') } }, '03-02 09:30'),
    ];
    for (const turned of [false, true]) {
      const pair = two();
      // The log says on whatever occasion what has passed.
      for (const each of pair) each.give(when, person('system', 'system'), { type: 'Archive' });
      const [from, into] = turned ? pair.toReversed() : pair;
      expect(
        from!.give(when, person('officeHead'), proposing(into!.state, into!.state.caseId)).refusal,
      ).toBeNull();
      expect(
        into!.give(when, person('deputyLeader'), { type: 'TakeOver', from: from!.state }).refusal,
      ).toBeNull();
      expect(dueOf(into!, 'publicResponse')).toBe(at('03-04 09:00'));
      expect(into!.state.passed['publicResponse#1'] !== undefined).toBe(passed !== undefined);
    }
  });
});
