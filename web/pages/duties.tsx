import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useAll, useMine } from '../api/duties.ts';
import { may } from '../api/me.ts';
import { learnNames } from '../api/names.ts';
import { Checked, Damaged, Heading, Offline, Title, Unread, Waiting } from '../parts/duty-list/around.tsx';
import { CaseBeside } from '../parts/duty-list/case-beside.tsx';
import { Awaited, Groups } from '../parts/duty-list/groups.tsx';
import { useHeld } from '../parts/duty-list/held.ts';
import { useRowKeys } from '../parts/duty-list/keys.ts';
import { ListContext } from '../parts/duty-list/list-context.ts';
import { NothingToDo } from '../parts/duty-list/nothing.tsx';
import { Frame } from '../parts/frame.tsx';
import { isWide } from '../parts/wide.ts';

interface Of {
  isAll: boolean;
  onChange: () => void;
}
const Duties = ({ isAll, onChange, live }: Of & { live: ReturnType<typeof useMine> }) => {
  const held = useHeld(live);
  const chosen = useSignal('');
  const { tasks, groups, asked } = held;
  const selected = useComputed(() => {
    const known = tasks.value.some((task) => task.case === chosen.value);
    if (!isWide.value) return '';
    return known ? chosen.value : (groups.value.find(({ id }) => id !== 'telephone')?.tasks[0]?.case ?? '');
  });
  const list = {
    isAll,
    asked,
    selected,
    isOnline: useComputed(() => live.value.fault?.isPassing !== true),
    guessed: useComputed(
      () => new Set(tasks.value.filter(({ provisional }) => provisional).map((task) => task.case)),
    ),
    choose: (caseId: string) => (event: MouseEvent) => {
      if (!isWide.peek() || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      chosen.value = caseId;
    },
  };
  useRowKeys();
  const isKnown = useComputed(() => live.value.body !== undefined).value;
  const isEmpty = useComputed(() => groups.value.length === 0).value;
  return (
    <Frame title={null} isTwo={selected.value !== ''}>
      <section class={selected.value === '' ? 'broad' : ''} aria-label="待办">
        <Title {...held} />
        {isKnown ? <Heading {...held} /> : <h1 class="lead">待办</h1>}
        <Unread live={live} />
        <Offline live={live} />
        <Damaged live={live} />
        <Waiting {...held} />
        <ListContext.Provider value={list}>
          <Groups held={held} />
          {isKnown && isEmpty && <NothingToDo />}
          {!isAll && <Awaited />}
        </ListContext.Provider>
        <p class="pane soft tiny">
          <Checked live={live} />
          {may('ReadCases') && (
            <button type="button" class="ref" onClick={onChange}>
              {isAll ? '只看我的' : '看全部职责'}
            </button>
          )}
        </p>
      </section>
      {selected.value !== '' && (
        <article class="pconly" aria-label={`案卷${selected}`}>
          <CaseBeside key={selected.value} caseId={selected.value} />
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
  const change = (): void => {
    isAll.value = !isAll.peek();
    window.scrollTo(0, 0);
  };
  return isAll.value ? <All isAll onChange={change} /> : <Mine isAll={false} onChange={change} />;
};
export default DutiesPage;
