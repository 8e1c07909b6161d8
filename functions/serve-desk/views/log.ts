import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import { entryOf } from '../../../shared/records/log/chain.ts';
import { wordsFor } from '../../../shared/records/log/findings.ts';
import type { Proof } from '../../../shared/records/log/prove.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { labelOf } from '../../../shared/rules/labels/labels.ts';
import { createReplyParts } from '../../reply-parts.ts';

/** The log of a case as it is stored, with the texts beside it, in words, and with what does not fit together. */
export const logView = (
  regulation: Regulation,
  caseId: string,
  { evidence, findings, kept }: Proof,
): LogReply => {
  const { time } = createReplyParts(regulation);
  const shown = (finding: Proof['findings'][number]) => ({
    kind: finding.kind,
    entry: finding.version,
    text: wordsFor(finding),
  });
  return {
    case: caseId,
    intact: findings.length === 0,
    findings: findings.map(shown),
    earlier: kept.map(({ at, ...finding }) => ({ ...shown(finding), at: time(at) })),
    entries: evidence.map((each) => ({
      ...each.stored,
      texts: each.texts,
      localTime: time(each.stored.at),
      ...(each.stored.clock === undefined ? {} : { clockTime: time(each.stored.clock) }),
      labels: entryOf(each).events.map((event) => labelOf(regulation, event)),
    })),
  };
};
