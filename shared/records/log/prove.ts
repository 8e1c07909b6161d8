import type { CaseState } from '../../case/state.ts';
import { type createHeads, type Head, isHeadOf, isInPlace, provenState } from '../heads.ts';
import type { createCaseLog } from './case-log.ts';
import type { Evidence } from './chain.ts';
import type { createFindings, Finding, KeptFinding } from './findings.ts';
import { type Folded, withTexts } from './fold.ts';
import { findingsIn } from './proof.ts';
import { STATE_FORMAT } from './state-hash.ts';
import type { createTips } from './tips.ts';

/** A log folded anew: what stands in it, what is wrong with it now, and what was found at any time. */
export interface Proof {
  evidence: Evidence[];
  findings: Finding[];
  kept: KeptFinding[];
}

interface Dependencies {
  log: Pick<ReturnType<typeof createCaseLog>, 'readAll' | 'removeContent'>;
  heads: Pick<ReturnType<typeof createHeads>, 'read' | 'project'>;
  tips: Pick<ReturnType<typeof createTips>, 'read'>;
  findings: Pick<ReturnType<typeof createFindings>, 'list'>;
  /** Keeps what was found. */
  tell: (caseId: string, found: readonly Finding[]) => Promise<void>;
  keep: (folded: Folded) => CaseState;
  /** What a log leads to; tells where the head says otherwise. */
  foldBeside: (caseId: string, head: Head | undefined, evidence: Evidence[]) => Promise<Folded | null>;
}

/**
 * Folds a log anew and looks for all that does not fit together; carries out what is left of a purge, and writes the head again
 * where it says otherwise. `hadLog`: a log was once seen under this number.
 */
export const createProve = ({ log, heads, tips, findings, tell, keep, foldBeside }: Dependencies) => {
  const mendHead = async (
    caseId: string,
    head: Head | undefined,
    evidence: Evidence[],
    isWhole: boolean,
  ): Promise<void> => {
    const last = evidence.at(-1)?.stored;
    // The last entry of a whole log says what it leads to, and a head that it proves says the same.
    const proved = isWhole && head?.format === STATE_FORMAT ? provenState(head, last) : undefined;
    // Where it stands on the board hangs on no text.
    if (proved !== undefined && isInPlace(head!, withTexts(proved, {}, []))) return;
    const folded = await foldBeside(caseId, head, evidence);
    if (folded === null || (isHeadOf(head, folded.bare) && isInPlace(head!, folded.state))) return;
    keep(folded);
    await heads.project(folded);
  };

  return async (caseId: string, hadLog = false): Promise<Proof> => {
    // Witnesses first: what comes meanwhile, they do not know.
    const [tip, head] = [await tips.read(caseId), await heads.read(caseId)];
    const { evidence, unreadable } = await log.readAll(caseId);
    for (const { stored, isPurged } of evidence)
      if (isPurged) await log.removeContent(caseId, stored.version);
    const found = findingsIn(evidence, unreadable, [tip]);
    const isGone = evidence.length + unreadable.length + found.length === 0;
    if (isGone && (hadLog || (await findings.list(caseId)).length > 0))
      found.push({ kind: 'cut', version: 1 });
    await tell(caseId, found);
    // Without its beginning nothing can be folded; what is missing is told.
    const begins = (evidence[0]?.stored.version ?? 1) === 1;
    if (unreadable.length === 0 && begins) await mendHead(caseId, head, evidence, found.length === 0);
    return { evidence, findings: found, kept: await findings.list(caseId) };
  };
};
