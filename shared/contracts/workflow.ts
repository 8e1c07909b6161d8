import { z } from 'zod';

/**
 * What the state machines and the functions say to one another. Executions keep the definition they began with for up
 * to a year while functions are replaced, so a field here is only ever added, with a default.
 */
export const PlanInput = z.object({
  caseId: z.string(),
  level: z.string(),
  generation: z.int(),
  /** Plans made so far in this execution, and the case's enforcements when it began: what the history bound counts. */
  plans: z.int(),
  enforcedBefore: z.int(),
});
export type PlanInput = z.infer<typeof PlanInput>;

/** One branch's clock: which stage of which occurrence it waits for. `none` waits for nothing. */
export const Clock = z.object({
  stage: z.enum(['remind', 'due', 'overdue', 'none']),
  at: z.string(),
  occurrence: z.string(),
  index: z.int(),
  due: z.string(),
});
export type Clock = z.infer<typeof Clock>;
export const NO_CLOCK: Clock = { stage: 'none', at: '', occurrence: '', index: 0, due: '' };

export const PlanOutput = PlanInput.extend({
  /** `handle`: go on; `transfer`: another level has the case; `continue`: history fills up; `concluded`: 结报. */
  outcome: z.enum(['handle', 'transfer', 'continue', 'concluded']),
  /** The log version that this plan was made from. */
  version: z.int(),
  /** Every duty with a branch in the level's machine has an entry. */
  duties: z.record(z.string(), Clock),
});
export type PlanOutput = z.infer<typeof PlanOutput>;

export const WatchInput = z.object({
  caseId: z.string(),
  generation: z.int(),
  version: z.int(),
  token: z.string(),
});
export type WatchInput = z.infer<typeof WatchInput>;
/** What wakes a waiting workflow; also the names of the errors that end its Parallel. */
export const Change = z.enum(['CaseChanged', 'LevelChanged', 'CaseConcluded']);
export type Change = z.infer<typeof Change>;

export const EnforceInput = z.object({
  caseId: z.string(),
  generation: z.int(),
  duty: z.string(),
  clock: Clock,
});
export type EnforceInput = z.infer<typeof EnforceInput>;

export const TransferInput = z.object({
  caseId: z.string(),
  generation: z.int(),
  reason: z.enum(['level', 'history']),
});
export type TransferInput = z.infer<typeof TransferInput>;
export const ArchiveInput = z.object({ caseId: z.string() });
export const FaultInput = z.object({
  caseId: z.string(),
  execution: z.string(),
  error: z.string(),
  cause: z.string().default(''),
});
export type FaultInput = z.infer<typeof FaultInput>;
export const NotifyInput = z.object({ caseId: z.string() });
