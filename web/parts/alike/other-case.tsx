import type { ComponentChildren } from 'preact';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { useLive } from '../../api/live.ts';
import { standingText } from '../../model/alike/words.ts';
import { casePath } from '../../model/duties/act-label.ts';

/** Another case: its number and title, by which one gets there where one may read it, how it stands, and what is to be said of it here. */
export const OtherCase = ({ caseId, children }: { caseId: string; children?: ComponentChildren }) => {
  const { body } = useLive<CaseReply>(`/v1/cases/${encodeURIComponent(caseId)}`, { isPolled: false }).value;
  return (
    <li class="row">
      {body === undefined ? (
        <p>{caseId}</p>
      ) : (
        <a class="line" href={casePath(caseId)}>
          <span>
            {caseId} {body.title}
          </span>
        </a>
      )}
      {body !== undefined && <p class="soft tiny">{standingText(body)}</p>}
      {children}
    </li>
  );
};
