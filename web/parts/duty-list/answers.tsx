import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { nameOf } from '../../api/names.ts';
import { actLabel, actPath } from '../../model/duties/act-label.ts';

/** The acts of which each is an answer to what a duty asks. */
export const Answers = ({ task }: { task: TaskReply }) => (
  <p class="acts">
    {task.commands.map((command) => (
      <a key={JSON.stringify(command)} class="btn" href={actPath(task.case, command, task.secret, task)}>
        {actLabel(command, nameOf)}
      </a>
    ))}
  </p>
);
