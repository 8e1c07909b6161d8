import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { now } from '../../api/clock.ts';
import { casePath } from '../../model/duties/act-label.ts';
import { FOR_ANOTHER } from '../../model/forms/guide/for-another.ts';
import { momentOf, timeAt } from '../../model/wall-clock.ts';
import { Alert, Notice } from '../../parts/notice.tsx';
import { goTo } from './summary.tsx';

/** Why something cannot be done, and where to go on; `children`: further ways. */
export const Cannot = ({
  why,
  caseId,
  children,
}: {
  why: string;
  caseId: string;
  children?: ComponentChildren;
}) => (
  <>
    <Alert>{why}</Alert>
    <p class="acts">
      <a class="btn" href={casePath(caseId)}>
        回到案卷
      </a>
      {children}
    </p>
  </>
);

/** An answer did not come: nobody knows whether it was done, and sending it again does it once. */
export const Lost = ({ message, did }: { message: string; did: string }) => (
  <Alert>
    <p>
      <b>
        {message === '' ? '上次发出后没有收到答复' : message}，不知道是否已{did}。
      </b>
    </p>
    <p>联网后按“再发一次”，同一件事不会{did}两次，并会告诉你上次的结果。</p>
    <p>再发的是上次发出的内容：之后在本页改的、补的不会发出，要等有了结果再另行办理。</p>
  </Alert>
);

/** What had been filled in before is back; it is thrown away once somebody has said so twice. */
export const Restored = ({ at, startOver }: { at: number; startOver: () => void }) => {
  const [isAsked, setAsked] = useState(false);
  return (
    <Notice>
      <p class="line">
        <span class="grow">已恢复{momentOf(timeAt(at), now.value)}的草稿。</span>
        {!isAsked && (
          <button type="button" class="btn quiet" onClick={() => setAsked(true)}>
            不用草稿
          </button>
        )}
      </p>
      {isAsked && (
        <p class="acts" role="alert">
          <span class="line">草稿删除后不能恢复。</span>
          <button type="button" class="btn" onClick={startOver}>
            删除草稿
          </button>
          <button type="button" class="btn quiet" onClick={() => setAsked(false)}>
            留着
          </button>
        </p>
      )}
    </Notice>
  );
};

/** On top, before anything is filled in: whose act it is, and where to enter it for him. */
export const ForAnother = ({ advice, title }: { advice: string | undefined; title: string | undefined }) =>
  advice === undefined ? null : (
    <Notice>
      <p class="line">
        <b class="grow">{advice}</b>
        <button type="button" class="btn quiet" onClick={() => goTo(FOR_ANOTHER)}>
          去填“{title}”
        </button>
      </p>
    </Notice>
  );
