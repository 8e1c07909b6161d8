import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { TaskReply } from '../../shared/contracts/replies/task.ts';
import { useAll, useMine } from '../api/duties.ts';
import { may } from '../api/me.ts';
import { learnNames } from '../api/names.ts';
import { keyOf } from '../model/duties/task.ts';
import { cameFrom } from '../parts/came-from.ts';
import { Checked, Damaged, Heading, Offline, Title, Unread, Waiting } from '../parts/duty-list/around.tsx';
import { CaseBeside } from '../parts/duty-list/case-beside.tsx';
import { Drafts } from '../parts/duty-list/drafts.tsx';
import { Awaited, Groups } from '../parts/duty-list/groups.tsx';
import { useHeld } from '../parts/duty-list/held.ts';
import { useRowKeys } from '../parts/duty-list/keys.ts';
import { ListContext } from '../parts/duty-list/list-context.ts';
import { NothingToDo, OfOthers } from '../parts/duty-list/nothing.tsx';
import { Frame } from '../parts/frame.tsx';
import { isWide } from '../parts/wide.ts';

/** Whoever has no more than so many also sees what others have still to do. */
const FEW = 3;

interface Of {
  isAll: boolean;
  onChange: () => void;
}
const Duties = ({ isAll, onChange, live }: Of & { live: ReturnType<typeof useMine> }) => {
  const held = useHeld(live);
  const chosen = useSignal('');
  const { tasks, groups } = held;
  const besides = useComputed((): TaskReply | undefined => {
    if (!isWide.value) return undefined;
    const known = tasks.value.find((task) => keyOf(task) === chosen.value);
    return known ?? groups.value.find(({ id }) => id !== 'telephone')?.tasks[0];
  });
  const selected = useComputed(() => (besides.value === undefined ? '' : keyOf(besides.value)));
  const caseBeside = useComputed(() => besides.value?.case ?? '').value;
  const list = {
    isAll,
    show: held.show,
    selected,
    isOnline: useComputed(() => live.value.fault?.isPassing !== true),
    choose: (task: TaskReply) => (event: MouseEvent) => {
      if (!isWide.peek() || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      chosen.value = keyOf(task);
    },
  };
  useRowKeys();
  const isKnown = useComputed(() => live.value.body !== undefined).value;
  const isEmpty = useComputed(() => groups.value.length === 0).value;
  const isFew = useComputed(() => !isAll && tasks.value.length > 0 && tasks.value.length <= FEW).value;
  return (
    <Frame title={null} isTwo={caseBeside !== ''}>
      <section class={caseBeside === '' ? 'broad' : ''} aria-label="待办">
        <Title {...held} />
        {isKnown ? <Heading {...held} isAll={isAll} /> : <h1 class="lead">待办</h1>}
        {isAll && (
          <p class="pane">
            <button type="button" class="btn" onClick={onChange}>
              只看我的待办
            </button>
          </p>
        )}
        <Unread live={live} />
        <Offline live={live} />
        <Damaged live={live} />
        <Waiting {...held} />
        {!isAll && <Drafts />}
        <ListContext.Provider value={list}>
          <Groups held={held} />
          {isKnown && isEmpty && <NothingToDo />}
          {isKnown && isFew && <OfOthers />}
          {!isAll && <Awaited />}
        </ListContext.Provider>
        <p class="pane soft tiny">
          <Checked live={live} />
          {may('ReadCases') && (
            <button type="button" class="btn quiet" onClick={onChange}>
              {isAll ? '只看我的待办' : '看全部职责'}
            </button>
          )}
        </p>
      </section>
      {caseBeside !== '' && (
        <article class="pconly" aria-label={`案卷${caseBeside}`}>
          <CaseBeside key={caseBeside} caseId={caseBeside} />
        </article>
      )}
    </Frame>
  );
};

const Mine = (of: Of) => <Duties {...of} live={useMine()} />;
const All = (of: Of) => <Duties {...of} live={useAll()} />;

/** 待办: what is mine to do, the most pressing first; or everybody's. */
const DutiesPage = () => {
  const isAll = useSignal(false);
  useEffect(learnNames, []);
  useEffect(() => {
    cameFrom.value = { path: '/desk/duties', name: '待办' };
  }, []);
  const change = (): void => {
    isAll.value = !isAll.peek();
    window.scrollTo(0, 0);
  };
  return isAll.value ? <All isAll onChange={change} /> : <Mine isAll={false} onChange={change} />;
};
export default DutiesPage;
