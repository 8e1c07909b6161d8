import * as z from 'zod/mini';

/**
 * What the state machines and the functions say to one another. Executions keep the definition they began with for up
 * to a year while functions are replaced, so a field here is only ever added, with a default, and then this number
 * rises (see test/upgrades).
 */
export const CONTRACT_VERSION = 1;

/** Functions were rolled back under a newer definition: what it asks for is not known here. */
export class ContractUnknown extends Error {
  override name = 'ContractUnknown';
}

/** Throws ContractUnknown when a definition speaks a newer contract than these functions; its clocks must not guess. */
export const requireKnownContract = ({ contract }: { contract: number }): void => {
  if (contract <= CONTRACT_VERSION) return;
  throw new ContractUnknown(
    `流程定义使用第${contract}版约定,本函数只到第${CONTRACT_VERSION}版:请部署较新的函数`,
  );
};

/** The contract that a definition speaks. */
const Contract = z.int();
/** The ids of the duties that have a branch of their own in a definition. */
const Branches = z.array(z.string());

export const ScheduleInput = z.object({
  contract: Contract,
  branches: Branches,
  caseId: z.string(),
  level: z.string(),
  generation: z.int(),
  /** Schedules made so far in this execution, and the case's enforcements when it began: what the history bound counts. */
  schedules: z.int(),
  enforcedBefore: z.int(),
});
export type ScheduleInput = z.infer<typeof ScheduleInput>;

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

export const ScheduleOutput = z.extend(ScheduleInput, {
  /** `handle`: go on; `transfer`: another level has the case; `continue`: history fills up; `concluded`: 结报. */
  outcome: z.enum(['handle', 'transfer', 'continue', 'concluded']),
  /** The log version that this schedule was made from. */
  version: z.int(),
  /** Every duty with a branch in the definition has an entry. */
  duties: z.record(z.string(), Clock),
  /** The earliest clock of the case's duties without a branch in the definition. */
  others: Clock,
});
export type ScheduleOutput = z.infer<typeof ScheduleOutput>;

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
  contract: Contract,
  caseId: z.string(),
  generation: z.int(),
  /** The duty whose branch asks. The branch for all others names none, and says which ones are not its own. */
  duty: z.optional(z.string()),
  branches: z._default(Branches, []),
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
  cause: z._default(z.string(), ''),
});
export type FaultInput = z.infer<typeof FaultInput>;
/** Without a case: whatever waits in the mailboxes and may be sent by now. */
export const NotifyInput = z.object({ caseId: z.optional(z.string()) });
