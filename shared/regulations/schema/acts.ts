import * as z from 'zod';
import { Named } from './basics.ts';

const Roles = z.array(z.string()).min(1);

/**
 * What may be recorded as done. `approval`: 审定, 审核, 同意, 批准 of somebody whom the text names: of the text that is
 * published, of a paper that is not, of an undertaking, or by a body outside the bureau.
 */
export const Action = Named.extend({
  /** The only roles that may do it; of an approval whose it is, or for `outside` who records it. */
  by: Roles.optional(),
  approval: z.enum(['text', 'paper', 'act', 'outside']).optional(),
  /** Of `outside`: the bodies whose word it is. */
  bodies: Roles.optional(),
  /** The document that is its draft: who issued that does not approve it. */
  draft: z.string().optional(),
});
export type Action = z.infer<typeof Action>;

/** `setBy`: who may set it beside those who may set all; `liftBy`: who alone may take it off. */
export const Flag = Named.extend({
  setBy: Roles.optional(),
  liftBy: Roles.optional(),
});
export type Flag = z.infer<typeof Flag>;
