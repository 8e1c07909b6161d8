import { now } from '../../api/clock.ts';
import type { Fault } from '../../api/fault.ts';
import type { Live } from '../../api/live.ts';
import { passed, textOf } from '../../model/duration.ts';
import { spoken } from '../../model/spoken.ts';
import { clockOf, timeAt } from '../../model/wall-clock.ts';
import { Alert, Notice } from '../../parts/notice.tsx';

/** Older than this, what is shown is said to be old. */
const OLD_MILLISECONDS = 60_000;

/** Why what is shown is not as of now. */
export const Stale = ({ live }: { live: Live<unknown> }) => {
  const { fault, at } = live;
  const age = now.value - at;
  if (fault === undefined || (fault.status === 0 && age < OLD_MILLISECONDS)) return null;
  const what = fault.status === 0 ? '网络中断' : spoken(fault.message);
  return (
    <Notice>
      <b>{what}。</b>显示的是{clockOf(timeAt(at))}的情况，{textOf(passed(Math.max(age, 0)))}
      。时限照走，短信照发。
    </Notice>
  );
};

const wordsOf = ({ code, status, message }: Fault, caseId: string): string => {
  if (status === 0) return '网络中断，案卷没有读到。接通后自动再读；急事请打办公室值班电话。';
  if (code === 'CASE_UNKNOWN') return `没有编号为${caseId}的案卷，或者您无权查看。`;
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
      <Alert>{wordsOf(live.fault, caseId)}</Alert>
    )}
  </div>
);
