import type { CaseState } from '../../shared/case/state.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import { type HttpEvent, pathPart } from '../http.ts';

const CASE_ID = /^[\w-]{1,64}$/;

/** The case that the path names. Throws CaseNotFound. */
export const createFindCase =
  (cases: Pick<Cases, 'load'>) =>
  async (event: HttpEvent): Promise<CaseState> => {
    const caseId = pathPart(event, 'case');
    const state = CASE_ID.test(caseId) ? await cases.load(caseId) : null;
    if (state === null) throw new CaseNotFound(caseId);
    return state;
  };
