import { now } from '../../api/clock.ts';
import { useAll } from '../../api/duties.ts';
import { may } from '../../api/me.ts';
import { groupOf } from '../../model/duties/groups.ts';
import { whatOf } from '../../model/duties/words.ts';
import { spoken } from '../../model/spoken.ts';
import { momentOf } from '../../model/wall-clock.ts';
import { BellSwitch } from '../bell-switch.tsx';
import { caseWords } from './object.ts';

/** The next limit of somebody else. */
const NextOfOthers = () => {
  const { body } = useAll().value;
  const task = body?.duties.find(
    (each) => each.due !== null && ['hour', 'today', 'later'].indexOf(groupOf(each, now.peek())) >= 0,
  );
  if (task === undefined || task.due === null) return null;
  const [post] = task.posts;
  return (
    <>
      <h2 class="soft">下一时限，不归你办</h2>
      <p>
        <b>{momentOf(task.due, now.peek(), true)}前</b> {post === undefined ? '' : spoken(post.name)}
        {whatOf(task).name}
      </p>
      <p class="soft">{caseWords(task)}</p>
    </>
  );
};

/** There is nothing to do: what comes next for others, what one might want to do, and how to be told. */
export const NothingToDo = () => (
  <section class="pane">
    {may('ReadCases') && <NextOfOthers />}
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
