import { describe, expect, it } from 'vitest';
import { ladderProblems } from '../../../../../infra/regulation-check/checks/people/ladders.ts';
import { leizhou } from '../../../../support/bureaus.ts';

const withPace = (thenEvery: string) => ({
  ...leizhou,
  ladders: leizhou.ladders.map((ladder) => (ladder.id === 'officeHours' ? { ...ladder, thenEvery } : ladder)),
});

describe('a ladder', () => {
  // 2 reminders, the soft target, the check, 4 rungs: 8 of 16 are left for the pace at the top.
  it('may speak as often in a day as the history has room for', () => {
    expect(ladderProblems(withPace('PT3H'))).toEqual([]);
  });

  it('is refused when it speaks more often, by name, clause and mend', () => {
    expect(ladderProblems(withPace('PT2H'))).toEqual([
      {
        path: 'ladders[officeHours]',
        clauses: ['办法 第三十三条 ①', '办法 第三十二条'],
        fault: '一项职责一天最多会催办20次,上限16次',
        mend: '请加长 climbEvery 或 thenEvery,或减少 remindBefore',
      },
    ]);
  });
});
