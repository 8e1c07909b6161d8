import * as z from 'zod/mini';
import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import { type Evidence, entryOf } from '../../../shared/records/log/chain.ts';
import { hashesOf } from '../../../shared/records/log/content/salted-texts.ts';
import { wordsFor } from '../../../shared/records/log/findings.ts';
import type { Proof } from '../../../shared/records/log/prove.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { labelsOf } from '../../../shared/rules/labels/labels.ts';
import { hasNumbers, maskNumbersIn } from '../../../shared/rules/reading/numbers.ts';
import { createReplyParts } from '../../reply-parts.ts';
import type { Shown } from './case.ts';

/** Of a telephone note the number, as it is stored. */
const Called = z.object({ number: z.object({ saltedHash: z.string() }) });
/** Events with what callers and feeds said; all others tell what the office did. */
const SAID: readonly string[] = ['CaseOpened', 'ItemAttached'];
/**
 * The texts without the numbers of who called, and without what feeds and callers said with numbers in it: they are not everybody's,
 * and the chain rests on their hashes alone.
 */
const withoutNumbers = ({ stored, texts }: Evidence): Evidence['texts'] => {
  const numbers = stored.events.flatMap(({ call }) => Called.safeParse(call).data?.number.saltedHash ?? []);
  const said = new Set(hashesOf(stored.events.filter(({ type }) => SAID.includes(type))));
  return Object.fromEntries(
    Object.entries(texts).filter(
      ([hash, { text }]) => !numbers.includes(hash) && !(said.has(hash) && hasNumbers(text)),
    ),
  );
};

/** A log that was folded anew, or the newest entries of one of which nothing was proved. */
export interface LogRead extends Proof {
  isProved: boolean;
}
/** The log of a case as it is stored, with the texts beside it, in words, and with what does not fit together; `next`: as a page has it. */
export const logView = (
  regulation: Regulation,
  caseId: string,
  { evidence, findings, kept, isProved }: LogRead,
  { numbers }: Shown,
): Omit<LogReply, 'next'> => {
  const { time } = createReplyParts(regulation);
  const shown = (finding: Proof['findings'][number]) => ({
    kind: finding.kind,
    entry: finding.version,
    text: wordsFor(finding),
  });
  return {
    case: caseId,
    intact: isProved ? findings.length === 0 : null,
    findings: findings.map(shown),
    earlier: kept.map(({ at, ...finding }) => ({ ...shown(finding), at: time(at) })),
    entries: evidence.map((each) => ({
      ...each.stored,
      texts: numbers ? each.texts : withoutNumbers(each),
      localTime: time(each.stored.at),
      ...(each.stored.clock === undefined ? {} : { clockTime: time(each.stored.clock) }),
      labels: labelsOf(regulation, entryOf(each).events).map((label) =>
        numbers ? label : maskNumbersIn(label),
      ),
    })),
  };
};
