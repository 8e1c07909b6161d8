import * as z from 'zod/mini';
import { Entry, Id, Key, Note, Reasoned, Reference, shortText, Text } from './command-fields.ts';
import { InstantInput } from './instants.ts';

/** How a case ends, what a body outside releases the bureau from, and 督办通知 for what was missed. */
export const ENDING_COMMANDS = [
  z.strictObject({
    type: z.literal('Conclude'),
    summary: Reasoned,
    /** Each duty that is left undone, by its id or name, with the reason. */
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
    call: z.optional(z.strictObject({ post: shortText(), at: InstantInput })),
    reason: Text,
  }),
  z.strictObject({ type: z.literal('ConfirmRelease'), act: Entry }),
  z.strictObject({
    type: z.literal('FileReview'),
    points: z.record(z.string(), z.string().check(z.maxLength(2000, '不能超过2000字'))),
  }),
  z.strictObject({ type: z.literal('DraftSupervisionOrder'), duty: z.optional(Id), reason: Text }),
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
