import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { JsonPath, type Pass } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { ClockedDuty } from '../shared/deadlines/clocks.ts';
import { limitInChinese, resolveLimit } from '../shared/deadlines/limits.ts';
import { chaseWord } from '../shared/deadlines/own/orders.ts';
import type { Regulation } from '../shared/regulations/schema.ts';
import { inChinese } from '../shared/time/instants.ts';
import { createClockBranch } from './clock-branch.ts';
import { placesOf, quoting } from './comments.ts';
import { dutyStateNames, dutyTitle } from './state-names.ts';

/** 立即 and 及时 carry no number, and none may be read into them. */
const dueSentence = (regulation: Regulation, { term }: ClockedDuty): string => {
  const limit = resolveLimit(regulation, term.limit);
  if (limit.kind === 'within') return `等到时限届满(${limitInChinese(regulation, limit)})`;
  if (limit.kind === 'every') return `等到本期时限届满(每${inChinese(limit.every)}一次)`;
  if (limit.kind === 'external') return `等到按${limit.rule}录入的时限`;
  return `${regulation.called}规定“${limit.word}”,无具体时限,${limit.kind === 'immediate' ? '一经起算即核查' : '按本局目标核查'}`;
};

/** The clock of one duty. The states say its limit; what is waited for is the instant that the case's own version gives. */
export const createDutyBranch = (
  scope: Construct,
  regulation: Regulation,
  clocked: ClockedDuty,
  enforce: IFunction,
): Pass => {
  const { duty, term } = clocked;
  return createClockBranch(scope, {
    title: dutyTitle(clocked),
    names: dutyStateNames(regulation, clocked),
    chase: chaseWord(regulation),
    cite: placesOf(regulation, term.cite),
    comment: (sentence) => quoting(regulation, sentence, term.cite),
    taking: '从排期中取本职责的时点',
    waitForDue: dueSentence(regulation, clocked),
    nothing: '已办结、尚未起算或无须计时',
    clockPath: `$.duties.${duty.id}`,
    carried: { duty: duty.id },
    payload: { duty: JsonPath.stringAt('$.duty') },
    enforce,
  });
};
