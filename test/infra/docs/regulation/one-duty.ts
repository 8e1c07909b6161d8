import type { Duty, Regulation, Term } from '../../../../shared/regulations/schema.ts';
import { leizhou } from '../../../support/bureaus.ts';

/** 雷州 with these duties alone, all at the red level; each is the one below but for what is given. */
export const withDuties = (
  ...duties: (Partial<Omit<Duty, 'terms'>> & { term?: Partial<Term> })[]
): Regulation => ({
  ...leizhou,
  duties: duties.map(({ term, ...duty }, index) => ({
    id: `duty${index + 1}`,
    name: `职责${index + 1}`,
    basis: 'law',
    responsible: 'officeHead',
    receivers: ['chiefLeader'],
    copies: ['deputyLeader'],
    channels: ['phone'],
    fulfilledBy: [{ act: 'report', forms: ['telephone'], to: ['chiefLeader'] }],
    recurs: 'once',
    replacedBy: [],
    holdable: false,
    survivesConclusion: false,
    ladder: 'officeHours',
    terms: [
      {
        levels: ['red'],
        cite: ['办法 第二十一条(二)红 ②'],
        start: [{ instant: 'occurredAt' }],
        pick: 'first',
        limit: { kind: 'within', within: 'PT5H' },
        ...term,
      },
    ],
    ...duty,
  })),
});
export const withLimits = (...limits: Term['limit'][]): Regulation =>
  withDuties(...limits.map((limit) => ({ term: { limit } })));
