import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { DutyListReply } from '../../../shared/contracts/replies/task.ts';
import { now } from '../../api/clock.ts';
import { EVERY_MILLISECONDS, isOld, type Live, refresh } from '../../api/live.ts';
import { passed, textOf } from '../../model/duration.ts';
import { type Answer, answerOf, titleOf } from '../../model/duties/answer.ts';
import { spoken } from '../../model/spoken.ts';
import { clockOf, momentOf, secondOf, timeAt } from '../../model/wall-clock.ts';
import { useTitle } from '../frame.tsx';
import { Alert, Notice } from '../notice.tsx';
import type { Held } from './held.ts';

// What stands above and below the rows: the answer, what everybody has to know, when it was looked at.

type Mine = ReadonlySignal<Live<DutyListReply>>;

/** The window's title, which changes with the minutes. */
export const Title = ({ tasks }: Held) => {
  const text = useComputed(() => titleOf(tasks.value, now.value));
  useTitle(text.value);
  return null;
};

export const Heading = ({ tasks, isAll }: Held & { isAll: boolean }) => {
  const text = useComputed(() => JSON.stringify(answerOf(tasks.value, now.value)));
  const { before, late, after } = JSON.parse(text.value) as Answer;
  return (
    <h1 class="lead">
      <span>
        {isAll && '全部职责：'}
        {before}
        {late > 0 && <span class="late">{late}</span>}
        {after}
      </span>
    </h1>
  );
};

/** What has come while somebody had his hands on the list. */
export const Waiting = ({ waiting, show }: Held) =>
  waiting.value === 0 ? null : (
    <p class="row said">
      <button type="button" class="btn wide" onClick={show}>
        有{waiting}件新待办，显示
      </button>
    </p>
  );

interface OfflineProps {
  live: ReadonlySignal<Live<unknown>>;
  /** What goes on all the same. */
  goesOn?: string;
}
/** What is seen is not as of now: 网络中断, or whatever else has kept a newer answer away. */
export const Offline = ({ live, goesOn = '时限照走，短信照发。' }: OfflineProps) => {
  const text = useComputed(() => {
    const { at, body } = live.value;
    if (body === undefined || !isOld(live.value, now.value)) return '';
    const past = textOf(passed(Math.max(0, now.value - at)));
    return `显示的是${momentOf(timeAt(at), now.value)}的情况，${past}。${goesOn}`;
  });
  const why = useComputed(() => {
    const { fault } = live.value;
    if (fault === undefined) return '没有读到新的情况。';
    return fault.status === 0 ? '网络中断。' : `${spoken(fault.message).replace(/。$/, '')}。`;
  });
  if (text.value === '') return null;
  return (
    <Notice>
      <b>{why}</b>
      {text}
    </Notice>
  );
};

/** Nothing is known, and why. */
export const Unread = ({ live }: { live: Mine }) => {
  const { fault, body } = live.value;
  if (body !== undefined) return null;
  if (fault === undefined) return <p class="pane soft">正在读取待办……</p>;
  return (
    <div class="pane">
      <Alert>{spoken(fault.message)}</Alert>
      <p class="acts">
        <button type="button" class="btn main" onClick={() => void refresh()}>
          再试一次
        </button>
      </p>
    </div>
  );
};

/** Cases that cannot be read, and whose duties are therefore not among the rows. */
export const Damaged = ({ live }: { live: Mine }) => {
  const damaged = live.value.body?.damaged ?? [];
  if (damaged.length === 0) return null;
  return (
    <div class="pane">
      <Alert>
        {damaged.map(({ case: caseId, text }) => (
          <p key={caseId}>
            {text.indexOf(caseId) >= 0 ? '' : `${caseId}：`}
            {spoken(text)}
          </p>
        ))}
      </Alert>
    </div>
  );
};

export const Checked = ({ live }: { live: Mine }) => {
  const { at, body } = live.value;
  return body === undefined ? null : (
    <>
      {secondOf(timeAt(at))}核对，每{EVERY_MILLISECONDS / 1000}秒一次。
    </>
  );
};
export const checkedAt = (live: Live<DutyListReply>): string => clockOf(timeAt(live.at));
