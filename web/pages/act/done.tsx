import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { TriedReply } from '../../../shared/contracts/replies/try.ts';
import { now } from '../../api/clock.ts';
import { linesOf } from '../../model/forms/does.ts';
import { doneWords } from '../../model/forms/guide/done-words.ts';
import { otherNotes, type Unmet } from '../../model/forms/guide/meant.ts';
import { recorded } from '../../model/forms/guide/recorded.ts';
import { Lines } from './around/lines.tsx';
import { GoesOn } from './rearranged/goes-on.tsx';

export interface DoneProps {
  caseId: string;
  /** 登记电话报告. */
  title: string;
  isEarlier: boolean;
  tried: TriedReply | undefined;
  reply: CaseReply | undefined;
  /** What it was opened for and does not meet. */
  unmet: Unmet | undefined;
  /** What a part that is missing is called. */
  called: (part: string) => string;
}

/** After an act: what it did, and where to go on. */
export const Done = ({ caseId, title, isEarlier, tried, reply, unmet, called }: DoneProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div class="form" role="status">
      <h1 tabIndex={-1} ref={heading}>
        {isEarlier ? '上次发出的已登记' : doneWords(title, tried, unmet)}
      </h1>
      {isEarlier && <p class="said">上次发出的内容已经登记，之后改动的没有登记。要补充的，请另行办理。</p>}
      {unmet !== undefined && unmet.why.length > 0 && (
        <p class="warn">
          <b>{unmet.why.join('；')}。</b>
        </p>
      )}
      {tried !== undefined && (
        <section class="does" aria-label="已有的结果">
          <Lines
            lines={linesOf(
              recorded({ ...tried, notes: otherNotes(tried.notes, unmet && `“${unmet.name}”`) }, reply),
              reply,
              now.value,
              called,
            )}
          />
        </section>
      )}
      <p class="acts">
        <GoesOn tried={tried} reply={reply} />
        <a class="btn main" href={`/desk/cases/${caseId}`}>
          回到案卷
        </a>
        <a class="btn" href="/desk/duties">
          回到待办
        </a>
      </p>
    </div>
  );
};
