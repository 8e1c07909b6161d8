import type { ReadsReply } from '../../../shared/contracts/replies/bureau.ts';
import type { Read } from '../../../shared/records/register/reads.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { createReplyParts } from '../../reply-parts.ts';

/** One look at a 涉密 case. */
export const readView = (
  regulation: Regulation,
  { at, id, name, role }: Read,
): ReadsReply['reads'][number] => {
  const { time, named } = createReplyParts(regulation);
  return { at: time(at), id, name, role: named(regulation.roles, role) };
};
