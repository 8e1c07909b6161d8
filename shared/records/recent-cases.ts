import type { Folded } from './log/fold.ts';

const KEPT = 500;

interface Recent {
  folded: Folded;
  /**
   * The head as this process last wrote it, and the version up to which it appended everything itself: beyond that
   * somebody else may have written another head.
   */
  head?: { version: number; board: string; boardAt: string; followedTo: number };
}

/**
 * The newest known state of the cases seen last. The log only grows, so a warm function need only read what came after;
 * what it remembers is never more than a starting point.
 */
export const createRecentCases = () => {
  const cases = new Map<string, Recent>();
  return {
    find: (caseId: string): Recent | undefined => cases.get(caseId),
    forget: (caseId: string): void => void cases.delete(caseId),
    keep: (caseId: string, next: Recent): void => {
      const known = cases.get(caseId);
      if (known !== undefined && known.folded.bare.version > next.folded.bare.version) return;
      cases.delete(caseId);
      cases.set(caseId, { ...known, ...next });
      if (cases.size > KEPT) cases.delete(cases.keys().next().value!);
    },
  };
};
