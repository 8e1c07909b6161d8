import type { ComponentChildren } from 'preact';
import { now } from '../../../api/clock.ts';
import { entryWords } from '../../../model/forms/case-lists.ts';
import { isOver } from '../../../model/forms/sending.ts';
import { undoneWords } from '../../../model/forms/titles.ts';
import { momentOf, timeAt } from '../../../model/wall-clock.ts';
import { Alert, Notice } from '../../../parts/notice.tsx';
import type { Earlier as Known } from './use-earlier.ts';

interface Props {
  earlier: Known & { ask: (hasArrived: boolean) => Promise<void>; leave: () => void };
  /** 登记, 立案. */
  did: string;
  /** Undefined: it is an opening. */
  caseId: string | undefined;
}

const Again = ({ ask, children }: { ask: () => void; children: ComponentChildren }) => (
  <p class="acts">
    <button type="button" class="btn" onClick={ask}>
      {children}
    </button>
  </p>
);

/** What the log says of it, or why it says nothing yet, and what to do. */
const Found = ({ earlier, did, caseId }: Props) => {
  const { is, ask, leave, at = 0 } = earlier;
  const again = `同一件事不会${did}两次`;
  if (is === 'asking') return <p>正在核对案卷日志……</p>;
  if (is === 'unread')
    return (
      <>
        <p>案卷日志没有读到，还没有核对。</p>
        <Again ask={() => void ask(false)}>再核对一次</Again>
      </>
    );
  if (is === 'absent' && caseId !== undefined)
    return <p>案卷日志里没有这一条，可能没有送到。仍要办的，照原来的内容填好再发，{again}。</p>;
  if (is === 'arrived' && caseId !== undefined)
    return (
      <>
        <p>上次发出的已到系统，可能还在办理（最多两分钟）；现在填的与它不同，尚未{did}。</p>
        <Again ask={() => void ask(true)}>再核对一次</Again>
      </>
    );
  return (
    <>
      <p>
        {is === 'arrived' ? `上次发出的已到系统，现在填的与它不同，${undoneWords(did)}。` : ''}
        请先看案卷列表里有没有这一案。没有的，照原来的内容填好再发，{again}。
      </p>
      <p class="acts">
        <a class="btn" href="/desk/cases">
          看案卷列表
        </a>
        {is === 'arrived' && isOver({ at }, now.value) && (
          <button type="button" class="btn" onClick={leave}>
            看过了，上次的没有{did}
          </button>
        )}
      </p>
    </>
  );
};

/** An act of a 涉密 case went out before the page was opened anew, and nobody knows whether it was done: so much was kept of it. */
export const Earlier = (props: Props) => {
  const { is, entry, at } = props.earlier;
  if (is === 'none' || at === undefined) return null;
  if (is === 'entered' && entry !== undefined)
    return (
      <Notice>
        <p>
          <b>上次发出的已{props.did}：</b>
          {entryWords(entry, now.value)}
        </p>
        <p>这一件不用再填；另有事项，再填下面。</p>
      </Notice>
    );
  if (is === 'undone')
    return (
      <Notice>
        上次发出的没有{props.did}成，现在填的还没有发出。核对后再按“{props.did}”。
      </Notice>
    );
  return (
    <Alert>
      <p>
        <b>
          {momentOf(timeAt(at), now.value)}发出的没有收到答复，不知道是否已{props.did}。
        </b>
      </p>
      <Found {...props} />
    </Alert>
  );
};
