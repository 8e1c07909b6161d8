import { useEffect } from 'preact/hooks';
import { isNotHis } from '../../api/drafts-seen.ts';
import type { Fault } from '../../api/fault.ts';
import type { Live } from '../../api/live.ts';
import { dropDraftsOf } from '../../api/me.ts';
import { spoken } from '../../model/spoken.ts';
import { Alert } from '../notice.tsx';

/** Then nothing that he has begun of it stays on the device. */
export const useDraftsGone = (caseId: string, fault: { status: number } | undefined): void => {
  const isGone = isNotHis(fault);
  useEffect(() => {
    if (isGone) dropDraftsOf(caseId);
  }, [isGone, caseId]);
};

/** Why there is nothing to see of a case, wherever it was looked for. */
export const whyNotRead = ({ code, status, message }: Fault, caseId: string): string => {
  if (status === 0) return '网络中断，案卷没有读到。接通后自动再读；急事请打办公室值班电话。';
  if (code === 'CASE_UNKNOWN') return `没有编号为${caseId}的案卷，或者你无权查看。`;
  if (code === 'RECORD_DAMAGED')
    return `案卷${caseId}的记录有损坏，不能显示，请立即告知系统运维：${spoken(message)}`;
  return `${spoken(message)}。`;
};

/** A case that has not been read, and why. */
export const NotRead = ({ caseId, live }: { caseId: string; live: Live<unknown> }) => (
  <div class="pane">
    <h1>案卷{caseId}</h1>
    {live.fault === undefined ? (
      <p class="soft" role="status">
        正在读取案卷……
      </p>
    ) : (
      <Alert>{whyNotRead(live.fault, caseId)}</Alert>
    )}
  </div>
);
