import { useComputed } from '@preact/signals';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { now } from '../../api/clock.ts';
import { casePath } from '../../model/duties/act-label.ts';
import { keyOf } from '../../model/duties/task.ts';
import { awaitedWords, confirmWords, waitedText } from '../../model/duties/words.ts';
import { Act } from './act.tsx';
import { useList } from './list-context.ts';
import { numberOf } from './object.ts';

/** `0005红 已等31分，某幼儿园…`: of which case, and for how long. */
const Of = ({ task, text }: { task: TaskReply; text: string }) => (
  <span class="of">
    {numberOf(task)}
    {task.handlingLevel.short} {text === '' ? '' : `${text}，`}
    {task.title}
  </span>
);

/** Something that waits for the reader's word. */
export const ConfirmLine = ({ task }: { task: TaskReply }) => {
  const { choose, selected } = useList();
  const isSelected = useComputed(() => selected.value === keyOf(task)).value;
  const { label, what, verb, after } = confirmWords(task);
  const waited = useComputed(() => waitedText(task, now.value)).value;
  return (
    <li class="row line" aria-current={isSelected ? 'true' : undefined}>
      <a class="grow title" href={casePath(task.case)} data-row="" onClick={choose(task)}>
        <b>{label}</b> {what}
        {after !== undefined && <span class="of">{after}</span>}
        <Of task={task} text={waited} />
      </a>
      <Act task={task} isMain={false} label={verb} />
    </li>
  );
};

/** Something that the reader has entered and that waits for somebody else's word. */
export const AwaitedLine = ({ task }: { task: TaskReply }) => {
  const text = useComputed(() => JSON.stringify(awaitedWords(task, now.value))).value;
  const { what, from } = JSON.parse(text) as ReturnType<typeof awaitedWords>;
  return (
    <li class="row line">
      <p class="grow">
        {what}
        <Of task={task} text={from} />
      </p>
      <a class="btn" href={casePath(task.case)}>
        查看<span class="hide">：{what}</span>
      </a>
    </li>
  );
};
