import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import { useLive } from '../../../api/live.ts';
import { casePath } from '../../../model/duties/act-label.ts';
import { LevelTag } from '../../level-tag.tsx';

/** Another case: level, number and title, as far as the reader may see it; then the number leads to it. */
export const CaseName = ({ caseId }: { caseId: string }) => {
  const { body } = useLive<CaseReply>(`/v1/cases/${encodeURIComponent(caseId)}`, { isPolled: false }).value;
  return (
    <>
      {body !== undefined && <LevelTag level={body.handlingLevel} isGuess={body.provisional} />}{' '}
      {body === undefined ? caseId : <a href={casePath(caseId)}>{caseId}</a>} {body?.title}
    </>
  );
};
