import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { nameOf } from '../../api/names.ts';
import { actLabel, actPath, casePath, questionOf } from '../../model/duties/act-label.ts';
import { whatOf } from '../../model/duties/words.ts';
import { openSheet } from '../sheet.tsx';
import { Answers } from './answers.tsx';
import { CallList } from './call-list.tsx';
import { useList } from './list-context.ts';
import { objectOf } from './object.ts';

/** What has climbed to somebody: he rings those who have not done it, and looks at the case. */
const Press = ({ task, look }: { task: TaskReply; look: string }) => {
  const call = task.call;
  const hidden = <span class="hide">：{objectOf(task)}</span>;
  if (call.length === 0)
    return (
      <a class={look} href={casePath(task.case)}>
        督促办理{hidden}
      </a>
    );
  const open = (): void =>
    openSheet(
      `督促办理：${whatOf(task).name}`,
      <>
        <CallList call={call} />
        <p class="acts">
          <a class="btn" href={casePath(task.case)}>
            打开案卷
          </a>
        </p>
      </>,
    );
  return (
    <button type="button" class={look} aria-haspopup="dialog" onClick={open}>
      督促办理{hidden}
    </button>
  );
};

/** The one act that meets a task. Without a network nothing can be sent, and nothing is kept to be sent later. */
export const Act = ({ task, isMain, label }: { task: TaskReply; isMain: boolean; label?: string }) => {
  const { isOnline, isAll } = useList();
  const look = `btn${isMain ? ' main' : ''}`;
  const hidden = <span class="hide">：{objectOf(task)}</span>;
  const [command] = task.commands;
  if (task.kind === 'climbed') return <Press task={task} look={look} />;
  if (command === undefined || isAll)
    return (
      <a class={look} href={casePath(task.case)}>
        查看{hidden}
      </a>
    );
  if (!isOnline.value)
    return (
      <button type="button" class="btn" aria-disabled="true">
        联网后再办{hidden}
      </button>
    );
  const question = questionOf(task);
  if (question !== undefined)
    return (
      <button
        type="button"
        class={look}
        aria-haspopup="dialog"
        onClick={() => openSheet(question, <Answers task={task} />)}
      >
        {question}
        {hidden}
      </button>
    );
  return (
    <a class={look} href={actPath(task.case, command, task.secret, task)}>
      {label ?? actLabel(command, nameOf)}
      {hidden}
    </a>
  );
};
