import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { now } from '../../api/clock.ts';
import { config } from '../../api/config.ts';
import { useAll } from '../../api/duties.ts';
import { may } from '../../api/me.ts';
import { casePath } from '../../model/duties/act-label.ts';
import { gravestOf } from '../../model/duties/gravest.ts';
import { rowTime } from '../../model/duties/row-time.ts';
import { whatOf } from '../../model/duties/words.ts';
import { spoken } from '../../model/spoken.ts';
import { BellSwitch } from '../bell-switch.tsx';
import { LevelTag } from '../level-tag.tsx';

const Line = ({ task }: { task: TaskReply }) => {
  const [post] = task.posts;
  const { at } = rowTime(task, now.peek());
  return (
    <li class="row">
      <p class="line">
        <LevelTag level={task.handlingLevel} isGuess={task.levelProposed} />
        <a class="grow" href={casePath(task.case)}>
          {task.case} {task.title}
        </a>
      </p>
      <p class="soft small">
        {task.due === null ? '' : at}
        {task.due === null || post === undefined ? '' : '，'}
        {post === undefined ? '' : spoken(post.name)}
        {whatOf(task).name}
      </p>
    </li>
  );
};

/** What others have open: the gravest cases first, each with its next limit. */
const OfOthers = () => {
  const { body } = useAll().value;
  const { levels } = config();
  const found = gravestOf(body?.duties ?? [], (level) => levels[level]?.rank ?? 0, now.peek());
  if (found.length === 0) return null;
  return (
    <>
      <h2 class="soft">在办案卷，不归你办</h2>
      <ul>
        {found.map(({ task }) => (
          <Line key={task.case} task={task} />
        ))}
      </ul>
    </>
  );
};

/** There is nothing to do: what comes next for others, what one might want to do, and how to be told. */
export const NothingToDo = () => (
  <section class="pane">
    {may('ReadCases') && <OfOthers />}
    <p class="acts gap">
      {may('OpenCase') && (
        <a class="btn" href="/desk/open">
          接到电话，立案
        </a>
      )}
      {may('ReadCases') && (
        <a class="btn" href="/desk/cases">
          看案卷
        </a>
      )}
    </p>
    <BellSwitch />
  </section>
);
