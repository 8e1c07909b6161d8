import { describe, expect, it } from 'vitest';
import { ladderProblems } from '../../../../../infra/regulation-check/checks/people/ladders.ts';
import type { Ladder } from '../../../../../shared/regulations/schema.ts';
import { leizhou } from '../../../../support/bureaus.ts';

const withHours = (change: Partial<Ladder>) => ({
  ...leizhou,
  ladders: leizhou.ladders.map((ladder) => (ladder.id === 'officeHours' ? { ...ladder, ...change } : ladder)),
});
const clauses = ['办法 第三十三条 ①', '办法 第三十二条'];

describe('a ladder', () => {
  it('may speak every five minutes, which the history has room for', () => {
    expect(ladderProblems(withHours({ climbEvery: 'PT5M', thenEvery: 'PT5M' }))).toEqual([]);
  });

  it('is refused when it speaks more often, by name, clause and mend', () => {
    expect(ladderProblems(withHours({ thenEvery: 'PT4M59S' }))).toEqual([
      {
        path: 'ladders[officeHours].thenEvery',
        clauses,
        fault: '催办间隔“PT4M59S”太短',
        mend: '催办间隔不应少于5分钟',
      },
    ]);
  });

  it('has no reminder that never comes: a day before, or later than five minutes before', () => {
    expect(ladderProblems(withHours({ remindBefore: ['PT23H59M', 'PT5M'] }))).toEqual([]);
    expect(ladderProblems(withHours({ remindBefore: ['P1D', 'PT4M59S'] }))).toMatchObject([
      { path: 'ladders[officeHours].remindBefore', clauses, fault: '“到期前1日”的提醒不会发出' },
      { fault: '“到期前4分钟59秒”的提醒不会发出' },
    ]);
  });
});
