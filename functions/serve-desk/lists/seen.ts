import type { CaseState } from '../../../shared/case/state.ts';
import type { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import type { Cases } from '../../../shared/records/cases.ts';
import { EntryUnreadable } from '../../../shared/records/log/chain.ts';
import { type Reading, readsLost, refuseCase } from '../../../shared/rules/reading/cases.ts';
import { damagedText } from '../../http.ts';

/** What a page shows of cases, as their logs have them, to one reader. */
export interface Sighted {
  /** The case that a list names; undefined where he may not see it, where there is none, and where it cannot be read. */
  see: (caseId: string) => Promise<CaseState | undefined>;
  /** Those of them that cannot be read. Of these it is not known whose they are, nor whether they are 涉密. */
  damaged: () => CaseListReply['damaged'];
}
export const createSeeing =
  (cases: Pick<Cases, 'load'>) =>
  (reading: Reading): Sighted => {
    const damaged = new Map<string, CaseListReply['damaged'][number]>();
    return {
      see: async (caseId) => {
        try {
          const state = await cases.load(caseId);
          return state === null || refuseCase(reading, state) !== undefined ? undefined : state;
        } catch (error) {
          if (!(error instanceof EntryUnreadable)) throw error;
          if (readsLost(reading))
            damaged.set(caseId, { case: caseId, entry: error.version, text: damagedText(error) });
          return undefined;
        }
      },
      damaged: () => [...damaged.values()],
    };
  };
