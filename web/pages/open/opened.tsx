import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type * as z from 'zod/mini';
import type { OpenedReply } from '../../../shared/contracts/replies/case.ts';
import { spoken } from '../../model/spoken.ts';
import { justOpened } from '../../parts/came-from.ts';

export type Opened = z.infer<typeof OpenedReply>;

/** After an opening: to the case, unless there is something to say first. */
export const OpenedCase = ({ reply, isEarlier }: { reply: Opened | undefined; isEarlier: boolean }) => {
  const { route } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const path = reply === undefined ? '/desk/cases' : `/desk/cases/${reply.case}`;
  const notes = reply?.notes ?? [];
  useEffect(() => {
    if (!isEarlier && notes.length === 0) {
      justOpened.value = reply?.case ?? '';
      route(path, true);
    } else heading.current?.focus();
  }, []);
  return (
    <div class="form" role="status">
      <h1 tabIndex={-1} ref={heading}>
        {isEarlier ? '上次发出的已立案' : '已立案'}
      </h1>
      {isEarlier && (
        <p class="said">上次发出的内容已经立案，之后改动的没有录入。要补充的，请在案卷中办理。</p>
      )}
      {notes.map((note) => (
        <p key={note}>{spoken(note)}</p>
      ))}
      <p class="acts">
        <a class="btn main" href={path}>
          到案卷
        </a>
      </p>
    </div>
  );
};
