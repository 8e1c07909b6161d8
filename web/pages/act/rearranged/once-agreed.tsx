import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { now } from '../../../api/clock.ts';
import { mergeLines } from '../../../model/forms/rearranged/does.ts';
import { Lines } from '../around/lines.tsx';

/** What becomes of both cases once a merge that is proposed is agreed to; nothing of what is no proposal. */
export const OnceAgreed = ({ tried }: { tried: Pick<TriedReply, 'merge' | 'toConfirm'> }) => {
  const { merge, toConfirm } = tried;
  if (merge === undefined || toConfirm.length === 0) return null;
  return (
    <>
      <h3>同意以后</h3>
      <Lines lines={mergeLines(merge, now.value)} />
    </>
  );
};
