import type { CaseState } from '../../shared/case/state.ts';
import { isMoot, isOvertaken, isPressing, isToldAtOnce } from '../../shared/notices/still-owed.ts';
import { type Part, partOf } from '../../shared/notices/words.ts';
import { handedOver, type OfCase } from '../../shared/office/texts/hand-over.ts';
import { isOfCase, type Waiting } from '../../shared/records/texts/mailboxes.ts';
import { regulationOfCase } from '../../shared/regulations/index.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { isQuiet } from '../../shared/rules/quiet.ts';

/** A text that may go, with its words. */
export interface Ready {
  waiting: Waiting;
  part: Part;
  /** May wait for the next digest. */
  canWait: boolean;
  /** No gateway took it before. */
  isRetold: boolean;
}
/** A text of no use any more, and what its case's log does not know yet. */
interface Gone {
  waiting: Waiting;
  log: OfCase[];
}

interface Looking {
  load: (caseId: string) => Promise<CaseState | null>;
  /** Of what belongs to no case. */
  regulation: Regulation;
}

/** Looks at one text in its mailbox by what its case says now. */
export const lookAt = async (
  { load, regulation: inForce }: Looking,
  waiting: Waiting,
  now: string,
): Promise<{ ready: Ready } | { gone: Gone }> => {
  const { about, address, person } = waiting;
  if (!isOfCase(about)) {
    const { template, variables } = about;
    const part = { caseId: '', template, variables: { sign: inForce.smsSignature, ...variables } };
    return { ready: { waiting, part, canWait: !isToldAtOnce(template), isRetold: false } };
  }
  const state = await load(about.caseId);
  const notice = state?.pendingNotices[about.notice];
  if (!state || notice === undefined || notice.settled.includes(address))
    return { gone: { waiting, log: [] } };
  const regulation = regulationOfCase(state);
  // What went to somebody above for want of a unit is told to the unit once it has the case.
  const isStale = about.unassigned === true && state.unit !== null;
  const status =
    isStale || isMoot(regulation, state, notice)
      ? 'moot'
      : isOvertaken(state, notice, address)
        ? 'overtaken'
        : notice.repeat && isQuiet(regulation, state, person, now)
          ? 'spared'
          : undefined;
  if (status !== undefined) return { gone: { waiting, log: handedOver(waiting, { status, at: now }) } };
  const { reachedRole } = about;
  const part = partOf(regulation, state, notice, {
    now,
    ...(reachedRole === undefined ? {} : { reachedRole }),
  });
  // The log knows better than the mailbox since when.
  const failedAt = notice.failed[address]?.at ?? waiting.failedAt;
  return {
    ready: {
      waiting: failedAt === undefined ? waiting : { ...waiting, failedAt },
      part,
      canWait: !isPressing(regulation, state, notice, { now, due: part.due, template: part.template }),
      isRetold: failedAt !== undefined,
    },
  };
};
