import type { CaseState } from '../../case/state.ts';
import { hasCase } from '../../case/units.ts';
import { receiptsIn, receiptsOf } from '../../deadlines/starts/receipts.ts';
import { isPerUnit, nameIn } from '../../regulations/lookup.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { unitWords } from '../authority.ts';
import type { Context } from '../context.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Whether a receipt is called so: any by its 收文号, one that a duty is owed for also by its number. */
const isReceipt = ({ duties }: Regulation, state: CaseState, answer: string): boolean =>
  receiptsIn(state).some(({ reference }) => reference === answer) ||
  duties.some(
    (duty) =>
      duty.recurs === 'eachReceipt' && receiptsOf(state, duty).some(({ number }) => number === answer),
  );

/**
 * Why a report cannot answer what it names: nothing of that name came in, or it is another unit's to answer. A receipt is
 * named by its reference, a 批示 or 督办通知 by the entry of the log.
 */
export const checkAnswers = (
  { regulation, actor }: Context,
  state: CaseState,
  answers: readonly string[] = [],
): Refusal | undefined => {
  const { instructions, orders } = state;
  const askedBy = (answer: string) =>
    [...instructions, ...orders].find(({ entry }) => String(entry) === answer);
  const { is, you } = unitWords(regulation, state, actor.unit);
  const isOnlyAsked = isPerUnit(regulation, actor.role) && !hasCase(state, actor.unit);
  if (isOnlyAsked && !(answers.length > 0 && answers.every((each) => askedBy(each)?.unit === actor.unit)))
    return refuse(
      'NOT_YOUR_UNIT',
      `${is},${you}的报告只能答复交${you}办理的批示、督办通知,请填写其在日志中的序号`,
    );
  for (const answer of answers) {
    const asked = askedBy(answer);
    if (asked === undefined && isReceipt(regulation, state, answer)) continue;
    if (asked === undefined)
      return refuse('ANSWER_UNKNOWN', `没有可答复的“${answer}”;请填来文文号,或批示、督办通知在日志中的序号`);
    if ('issued' in asked && asked.issued === null) return refuse('ORDER_NOT_ISSUED', '督办通知尚未签发');
    if (asked.unit !== undefined && asked.unit !== actor.unit)
      return refuse('NOT_YOUR_UNIT', `案卷日志第${answer}条由${nameIn(regulation.units, asked.unit)}答复`);
  }
  return undefined;
};
