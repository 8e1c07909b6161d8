import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { resultOf } from '../../case/limits.ts';
import { isMet } from '../does.ts';

type Limit = TriedReply['limits'][number];

/** A limit as the case has it after the act; undefined: the case does not tell it. */
const recordedAs = (limit: Limit, { duties }: Pick<CaseReply, 'duties'>): Limit | undefined => {
  for (const duty of duties) {
    const found =
      duty.duty === limit.duty && duty.history.find(({ occurrence }) => occurrence === limit.occurrence);
    if (!found) continue;
    const { outcome } = found;
    if (outcome === limit.what || outcome === 'open' || outcome === 'ended') return limit;
    return { ...limit, what: outcome, whatText: `${limit.name}：${resultOf(duty, found)}` };
  }
  return undefined;
};

/** What was foreseen, put right by what stands in the record: a limit may have run out between the two. */
export const recorded = (tried: TriedReply, reply: CaseReply | undefined): TriedReply =>
  reply === undefined
    ? tried
    : {
        ...tried,
        limits: tried.limits.map((limit) => (isMet(limit) ? (recordedAs(limit, reply) ?? limit) : limit)),
      };
