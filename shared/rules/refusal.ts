import type { CaseEvent } from '../case/events.ts';
import type { RuleCode } from '../contracts/refusal-codes.ts';

/** Why a command is not carried out: a stable code and a sentence for the office. */
export interface Refusal {
  code: RuleCode;
  message: string;
}
export type Decision = CaseEvent[] | Refusal;

export const refuse = (code: RuleCode, message: string): Refusal => ({ code, message });
export const isRefusal = (decision: Decision): decision is Refusal => !Array.isArray(decision);
