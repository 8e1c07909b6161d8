import type { DutyListReply } from '../../../../shared/contracts/replies/task.ts';
import { useLive } from '../../../api/live.ts';
import { type Meant, numbersOf } from '../../../model/forms/guide/meant.ts';
import { CallList } from '../../../parts/duty-list/call-list.tsx';

/** Whom to ring, of those who are chosen; bodies outside have no number here. */
export const Numbers = ({
  caseId,
  meant,
  chosen,
}: {
  caseId: string;
  meant: Meant;
  chosen: readonly string[];
}) => {
  const { body } = useLive<DutyListReply>(`/v1/duties?case=${encodeURIComponent(caseId)}`).value;
  const calls = numbersOf(body?.duties ?? [], meant, chosen);
  return calls.length === 0 ? null : <CallList call={calls} />;
};
