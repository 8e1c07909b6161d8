import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import { entryOf } from '../../../shared/records/case-log.ts';
import { type Evidence, firstBreak } from '../../../shared/records/chain.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { labelOf } from '../../../shared/rules/labels/labels.ts';
import { createReplyParts } from '../../reply-parts.ts';

/** The log of a case as it is stored, with the texts beside it, in words, and with the result of its hash chain. */
export const logView = (regulation: Regulation, caseId: string, evidence: readonly Evidence[]): LogReply => {
  const { time } = createReplyParts(regulation);
  const broken = firstBreak(evidence);
  return {
    case: caseId,
    intact: broken === null,
    ...(broken === null ? {} : { brokenAtVersion: broken }),
    entries: evidence.map(({ stored, texts }) => ({
      ...stored,
      texts,
      localTime: time(stored.at),
      labels: entryOf({ stored, texts }).events.map((each) => labelOf(regulation, each)),
    })),
  };
};
