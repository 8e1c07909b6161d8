import type { LogEntry } from '../../../shared/case/events.ts';
import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import { firstBreak } from '../../../shared/records/chain.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { labelOf } from '../../../shared/rules/labels.ts';
import { createReplyParts } from '../../reply-parts.ts';

/** The log of a case, whole and in words, with the result of its hash chain. */
export const logView = (regulation: Regulation, caseId: string, entries: readonly LogEntry[]): LogReply => {
  const { time } = createReplyParts(regulation);
  const broken = firstBreak(entries);
  return {
    case: caseId,
    intact: broken === null,
    ...(broken === null ? {} : { brokenAtVersion: broken }),
    entries: entries.map((entry) => ({
      ...entry,
      localTime: time(entry.at),
      labels: entry.events.map((each) => labelOf(regulation, each)),
    })),
  };
};
