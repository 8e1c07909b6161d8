import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { now } from '../../api/clock.ts';
import { useMine } from '../../api/duties.ts';
import { learnNames } from '../../api/names.ts';
import { answerOf } from '../../model/duties/answer.ts';
import { keyOf } from '../../model/duties/task.ts';
import { Checked, Offline, Unread, Waiting } from '../../parts/duty-list/around.tsx';
import { Groups } from '../../parts/duty-list/groups.tsx';
import { type Held, useHeld } from '../../parts/duty-list/held.ts';
import { useRowKeys } from '../../parts/duty-list/keys.ts';
import { ListContext } from '../../parts/duty-list/list-context.ts';

/** The answer, which is no heading of this page: that is the case's title. */
const Answered = ({ tasks }: Held) => {
  const { before, late, after } = answerOf(tasks.value, now.value);
  return (
    <p class="lead">
      <span>
        {before}
        {late > 0 && <span class="late">{late}</span>}
        {after}
      </span>
    </p>
  );
};

/** 待办 at the left of a case: where one comes from, and goes on from. */
export const ListBeside = ({ caseId }: { caseId: string }) => {
  const live = useMine();
  const held = useHeld(live);
  useEffect(learnNames, []);
  useRowKeys();
  const { tasks } = held;
  const list = {
    isAll: false,
    show: held.show,
    selected: useComputed(() => tasks.value.filter((task) => task.case === caseId).map(keyOf)[0] ?? ''),
    isOnline: useComputed(() => live.value.fault?.isPassing !== true),
    // A row leads to its case.
    choose: () => (): void => {},
  };
  return (
    <section aria-label="待办">
      {live.value.body !== undefined && <Answered {...held} />}
      <Unread live={live} />
      <Offline live={live} />
      <Waiting {...held} />
      <ListContext.Provider value={list}>
        <Groups held={held} />
      </ListContext.Provider>
      <p class="pane soft tiny">
        <Checked live={live} />
      </p>
    </section>
  );
};
