import type { CaseState } from '../../shared/case/state.ts';
import { CaseNotFound, type Cases } from '../../shared/records/cases.ts';
import { type HttpEvent, pathPart } from '../http.ts';

const CASE_ID = /^[\w-]{1,64}$/;

/** What the path calls the case. Throws CaseNotFound for what can be no number of a case. */
export const caseIdIn = (event: HttpEvent): string => {
  const caseId = pathPart(event, 'case');
  if (!CASE_ID.test(caseId)) throw new CaseNotFound(caseId);
  return caseId;
};

/** The case that the path names. Throws CaseNotFound. */
export const createFindCase =
  (cases: Pick<Cases, 'load'>) =>
  async (event: HttpEvent): Promise<CaseState> => {
    const caseId = caseIdIn(event);
    const state = await cases.load(caseId);
    if (state === null) throw new CaseNotFound(caseId);
    return state;
  };
