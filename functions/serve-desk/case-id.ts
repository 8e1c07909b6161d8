import { CaseNotFound } from '../../shared/records/cases.ts';
import { type HttpEvent, pathPart } from '../http.ts';

const CASE_ID = /^[\w-]{1,64}$/;

/** What the path calls the case. Throws CaseNotFound for what can be no number of a case. */
export const caseIdIn = (event: HttpEvent): string => {
  const caseId = pathPart(event, 'case');
  if (!CASE_ID.test(caseId)) throw new CaseNotFound(caseId);
  return caseId;
};
