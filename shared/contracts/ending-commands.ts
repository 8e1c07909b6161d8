import * as z from 'zod/mini';
import { Entry, evidence, Id, Key, Note, OtherCase, Reasoned, Reference, Text } from './command-fields.ts';
import { InstantInput } from './instants.ts';
import { ItemKey } from './opening-command.ts';

/** How a case ends, what a body outside releases the bureau from, and 督办通知 for what was missed. */
export const ENDING_COMMANDS = [
  z.strictObject({
    type: z.literal('Conclude'),
    summary: Reasoned,
    /**
     * What is left undone, each with its reason: by its name as the refusal has it (several of one name with their 收文号), by
     * `duty#occurrence`, or by the duty's id alone where it is left once.
     */
    unmet: z.optional(z.record(Id, Reasoned)),
    /** 误立: why the case should not have been opened. */
    mistaken: z.optional(Reasoned),
  }),
  z.strictObject({ type: z.literal('ApproveConclusion') }),
  z.strictObject({
    type: z.literal('ReleaseDuty'),
    duty: Key,
    occurrence: z.optional(Key),
    document: z.optional(Reference),
    call: z.optional(z.strictObject({ post: evidence('来电单位或岗位'), at: InstantInput })),
    reason: Text,
  }),
  z.strictObject({ type: z.literal('ConfirmRelease'), act: Entry }),
  z.strictObject({
    type: z.literal('FileReview'),
    points: z.record(z.string(), z.string().check(z.maxLength(2000, '不能超过2000字'))),
  }),
  z.strictObject({
    type: z.literal('DetachItem'),
    ...ItemKey.shape,
    destination: z.enum(['case', 'board']),
    reason: Text,
  }),
  /** `into`: the number of the case that goes on. */
  z.strictObject({ type: z.literal('MergeCase'), into: OtherCase, reason: Reasoned }),
  z.strictObject({ type: z.literal('Reopen'), reason: Reasoned }),
  z.strictObject({ type: z.literal('ApproveMerge') }),
  z.strictObject({ type: z.literal('RejectMerge'), reason: Text }),
  z.strictObject({
    type: z.literal('DraftSupervisionOrder'),
    duty: z.optional(Id),
    /** Which of the units that have the case; absent: the 主办. */
    unit: z.optional(Id),
    reason: Text,
  }),
  z.strictObject({
    type: z.literal('SignSupervisionOrder'),
    order: Entry,
    answerBy: InstantInput,
    text: Note,
  }),
  z.strictObject({ type: z.literal('ChargeSigner'), person: Key }),
  z.strictObject({ type: z.literal('AcknowledgeOrder'), order: Entry }),
  z.strictObject({ type: z.literal('VoidOrder'), order: Entry, reason: Text }),
] as const;
