import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { casePath } from '../../../model/duties/act-label.ts';

/** Where the matter is told now: in the case that took over, or in that which an item has got. Undefined: in the same as before. */
const elsewhere = (tried: TriedReply | undefined, reply: CaseReply | undefined): string | undefined => {
  if (reply === undefined || tried === undefined) return undefined;
  if (tried.merge !== undefined) return reply.mergedInto?.case;
  return tried.placed === undefined
    ? undefined
    : (reply.detached[reply.detached.length - 1]?.case ?? undefined);
};

/** After an act by which something goes on in another case: the way there. */
export const GoesOn = (props: { tried: TriedReply | undefined; reply: CaseReply | undefined }) => {
  const caseId = elsewhere(props.tried, props.reply);
  return caseId === undefined ? null : (
    <a class="btn" href={casePath(caseId)}>
      打开{caseId}
    </a>
  );
};
