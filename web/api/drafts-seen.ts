import type { CaseListReply } from '../../shared/contracts/replies/case.ts';
import { Fault } from './fault.ts';
import { read } from './http.ts';
import { dropDraftsOf, may } from './me.ts';

/** Whether a case is not, or not any more, for whoever asks for it. */
export const isNotHis = (fault: { status: number } | undefined): boolean =>
  fault?.status === 403 || fault?.status === 404;

/** Whether a draft of it may lie here. The list is asked first: to ask for a 涉密 case itself would be a look at it, and on record. */
const mayLie = async (caseId: string): Promise<boolean> => {
  const { cases } = await read<CaseListReply>(`/v1/cases?state=all&number=${encodeURIComponent(caseId)}`);
  const row = cases.find((each) => each.case === caseId);
  if (row !== undefined) return !row.secret;
  return read(`/v1/cases/${encodeURIComponent(caseId)}`).then(
    () => true,
    (error: unknown) => !(error instanceof Fault && isNotHis(error)),
  );
};

/** Takes the drafts of those that he may not see any more, or that are 涉密 now, off the device. Tells whether there were any. */
export const dropUnseen = async (caseIds: readonly string[]): Promise<boolean> => {
  if (!may('ReadCases')) return false;
  const told = await Promise.all(caseIds.map((caseId) => mayLie(caseId).catch(() => true)));
  const gone = caseIds.filter((_, index) => told[index] === false);
  for (const caseId of gone) dropDraftsOf(caseId);
  return gone.length > 0;
};
