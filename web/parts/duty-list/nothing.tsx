import type { StatusReply } from '../../../shared/contracts/replies/health.ts';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { now } from '../../api/clock.ts';
import { config } from '../../api/config.ts';
import { useAll } from '../../api/duties.ts';
import { useLive } from '../../api/live.ts';
import { may } from '../../api/me.ts';
import { missingText } from '../../model/clocks/health.ts';
import { casePath } from '../../model/duties/act-label.ts';
import { gravestOf, type Pending, pendingWords, toPress } from '../../model/duties/gravest.ts';
import { keyOf } from '../../model/duties/task.ts';
import { BellSwitch } from '../bell-switch.tsx';
import { LevelTag } from '../level-tag.tsx';
import { Notice } from '../notice.tsx';
import { Dial } from './call-list.tsx';

const Line = ({ task, all }: { task: TaskReply; all: readonly TaskReply[] }) => {
  const { what, state } = pendingWords(task, now.peek());
  return (
    <li class="line">
      <span class="grow">
        {what} <span class="soft small whole">{state}</span>
      </span>
      {toPress(task, all).map((call) => (
        <Dial key={call.name} call={call} />
      ))}
    </li>
  );
};

const Case = ({ pending, all }: { pending: Pending; all: readonly TaskReply[] }) => {
  const [first] = pending.tasks;
  if (first === undefined) return null;
  return (
    <li class="row">
      <p class="line">
        <LevelTag level={first.handlingLevel} isGuess={first.levelProposed} />
        <a class="grow" href={casePath(first.case)}>
          {first.case} {first.title}
        </a>
      </p>
      <ul>
        {pending.tasks.map((task) => (
          <Line key={keyOf(task)} task={task} all={all} />
        ))}
        {pending.more > 0 && <li class="soft small">另有{pending.more}项，见案卷</li>}
      </ul>
    </li>
  );
};

const Gravest = () => {
  const { body } = useAll().value;
  const { levels } = config();
  const all = body?.duties ?? [];
  const found = gravestOf(all, (level) => levels[level]?.rank ?? 0, now.peek());
  if (found.length === 0) return null;
  return (
    <section class="pane">
      <h2 class="soft">其他岗位待办</h2>
      <ul>
        {found.map((pending) => (
          <Case key={pending.case} pending={pending} all={all} />
        ))}
      </ul>
    </section>
  );
};

/** What others have open: the gravest cases first, in each who has what still to do and since when. */
export const OfOthers = () => (may('ReadCases') ? <Gravest /> : null);

/** What the texts ask of whoever looks after the system, and of the head of the office. */
const Missing = () => {
  const { body } = useLive<StatusReply>('/v1/status').value;
  if (body === undefined || body.missingHolidayYear === null) return null;
  return (
    <Notice>
      {missingText(body.missingHolidayYear)}。<a href="/desk/clocks">看时钟</a>
    </Notice>
  );
};

/** There is nothing to do: what comes next for others, what one might want to do, and how to be told. */
export const NothingToDo = () => (
  <section class="pane">
    {may('EditRoster') && <Missing />}
    <OfOthers />
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
