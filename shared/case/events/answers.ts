import * as z from 'zod/mini';

/** What somebody else says to an act that is in the log, and what is taken back. `act`: the log entry of the act. */
export const ANSWERS = [
  z.strictObject({
    type: z.literal('ActConfirmed'),
    act: z.int(),
    /** `onBehalf`: by whom it was entered for; `outside`: countersigned by a leader; `lateEntry`: by who did not owe it. */
    of: z.enum(['onBehalf', 'outside', 'lateEntry']),
    agree: z.boolean(),
    /** His word also shows that the act was made when the entry says. */
    verifies: z.boolean(),
    reason: z.optional(z.string()),
    reference: z.optional(z.string()),
  }),
  z.strictObject({
    type: z.literal('ActWithdrawn'),
    act: z.int(),
    /** Whose log has that entry, where it is that of a case which was merged into this one. */
    of: z.optional(z.string()),
    /** In which case it was taken back, where this one has been merged into it. */
    into: z.optional(z.string()),
    reason: z.string(),
  }),
] as const;
