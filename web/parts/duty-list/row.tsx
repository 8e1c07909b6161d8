import { useComputed } from '@preact/signals';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { now } from '../../api/clock.ts';
import { casePath } from '../../model/duties/act-label.ts';
import { countedFrom, type RowTime, rowTime, stepOf } from '../../model/duties/row-time.ts';
import { keyOf } from '../../model/duties/task.ts';
import { ownersWords, upLine, whatOf } from '../../model/duties/words.ts';
import { ClauseRef } from '../clause.tsx';
import { LevelTag } from '../level-tag.tsx';
import { LimitOf, limitWords } from '../limit-sheet.tsx';
import { Runs } from '../time.tsx';
import { Act } from './act.tsx';
import { useList } from './list-context.ts';
import { caseWords } from './object.ts';

// One duty: how long, which, of which case, on which clause, and the one act that meets it.

/** Something that changes whenever what a row says of its time may. */
const useStep = (task: TaskReply) => {
  const from = countedFrom(task);
  return useComputed(() => stepOf(from, now.value));
};
/** Renewed when its text changes, once a minute as a rule, and nothing else of the row with it. */
const Time = ({ task }: { task: TaskReply }) => {
  const step = useStep(task);
  const text = useComputed(() => {
    step.value;
    return JSON.stringify(rowTime(task, now.peek()));
  });
  const { runs, at, tone } = JSON.parse(text.value) as RowTime;
  return (
    <p class="time">
      <span class={`left ${tone}`}>
        <Runs runs={runs} />
      </span>{' '}
      <span class="at">{at}</span>
    </p>
  );
};
const Up = ({ task }: { task: TaskReply }) => {
  const { isAll } = useList();
  const step = useStep(task);
  const text = useComputed(() => {
    step.value;
    return isAll ? ownersWords(task) : upLine(task, now.peek());
  });
  return text.value === '' ? null : <span class="up">{text}</span>;
};

const Ground = ({ task }: { task: TaskReply }) => {
  const { clauses, case: caseId, duty, occurrence } = task;
  return (
    <ClauseRef clauses={clauses} of={whatOf(task).name} limit={limitWords(task.limitText)}>
      {duty !== undefined && <LimitOf caseId={caseId} duty={duty} occurrence={occurrence} />}
    </ClauseRef>
  );
};

export const DutyRow = ({ task, isFirst }: { task: TaskReply; isFirst: boolean }) => {
  const { selected, choose } = useList();
  const isSelected = useComputed(() => selected.value === keyOf(task)).value;
  return (
    <li class="row duty" aria-current={isSelected ? 'true' : undefined}>
      <Time task={task} />
      <LevelTag level={task.handlingLevel} isGuess={task.levelProposed} />
      <a class="what" href={casePath(task.case)} data-row="" onClick={choose(task)}>
        {whatOf(task).name}
        <span class="of">{caseWords(task)}</span>
        <Up task={task} />
      </a>
      <Ground task={task} />
      <Act task={task} isMain={isFirst} />
    </li>
  );
};
