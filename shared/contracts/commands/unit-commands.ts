import * as z from 'zod/mini';
import { Entry, Id, Note, Reasoned } from '../command-fields.ts';

/** Which units have a case: 主办 and 会办, and what a unit that should not have it says (退回). */
export const UNIT_COMMANDS = [
  z.strictObject({
    type: z.literal('AssignUnit'),
    unit: Id,
    /** `lead` 主办 (absent: so), `joint` 会办. */
    part: z.optional(z.enum(['lead', 'joint'])),
    note: Note,
  }),
  z.strictObject({ type: z.literal('WithdrawUnit'), unit: Id, reason: Reasoned }),
  z.strictObject({ type: z.literal('ReturnCase'), reason: Reasoned }),
  z.strictObject({
    type: z.literal('DecideReturn'),
    /** The log entry of the 退回. */
    act: Entry,
    agree: z.boolean(),
    /** Of the 主办, agreed to: which unit has the case instead. */
    to: z.optional(Id),
    /** Not agreed to: why. */
    reason: z.optional(Reasoned),
  }),
] as const;
