import { describe, expect, it } from 'vitest';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, liaison, officer, opening } from '../../support/case-file.ts';
import { history, progress } from './repetition.ts';

/** 雷州, but the repetitions are the bureau's own and no limit of the law: nobody can break them. */
const ownRepetitions: Regulation = {
  ...leizhou,
  duties: leizhou.duties.map((duty) =>
    ['dailyReport', 'blueProgress'].includes(duty.id) ? { ...duty, basis: 'bureau' } : duty,
  ),
};
const orange = (regulation: Regulation) => {
  const file = caseFile(regulation);
  const instants = { outbreakAt: at('03-02 08:00') };
  file.give('03-02 10:30', officer, opening({ level: 'orange', instants }));
  return file;
};

describe('a repetition that the bureau has set itself', () => {
  it('on a grid is met and never late', () => {
    const file = orange(ownRepetitions);
    file.give('03-03 09:00', liaison, progress());
    expect(history(file, 'dailyReport')).toEqual([
      ['1.1', at('03-03 08:00'), 'fulfilled'],
      ['1.2', at('03-04 08:00'), 'open'],
    ]);
  });

  it('counted from its completion is met and never late', () => {
    const file = caseFile(ownRepetitions);
    const sources = [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }];
    file.give('03-02 10:30', officer, opening({ level: 'blue', sources }));
    const first: CaseCommand = { type: 'FileReport', kind: 'first', form: 'oa', to: ['zhanjiang'] };
    file.give('03-10 09:00', officer, first);
    const further: CaseCommand = { ...first, kind: 'progress' };
    file.give('03-20 16:00', officer, further);
    file.give('04-06 16:00', officer, further);
    const outcomes = history(file, 'blueProgress').map(([, , outcome]) => outcome);
    expect(outcomes).toEqual(['fulfilled', 'fulfilled', 'open']);
  });

  it.each([
    ['is reminded of to the end', ownRepetitions, 'remind'],
    ['is overdue to the end where it is of the law', leizhou, 'overdue'],
  ])('%s, when it is given up', (_what, regulation, stage) => {
    const file = orange(regulation);
    let next = file.duty('dailyReport')?.next;
    const stages = new Set<string>();
    while (next?.givesUp === false) {
      if (next.at > next.due) stages.add(next.stage);
      const [head] = next.at.split('#');
      file.runTo(head!);
      next = file.duty('dailyReport')?.next;
    }
    expect(next).toMatchObject({ stage, givesUp: true, at: at('03-04 08:00') });
    expect([...stages]).toEqual([stage]);
    file.runTo('03-04 08:00');
    expect(file.state.missed).toEqual([`dailyReport#1.1#${at('03-03 08:00')}`]);
  });
});
