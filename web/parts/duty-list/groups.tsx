import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { useAwaited } from '../../api/duties.ts';
import { callsOf, sharedSaying } from '../../model/duties/calls.ts';
import { firstToDo, type Group } from '../../model/duties/groups.ts';
import { keyOf } from '../../model/duties/task.ts';
import { CallLine } from './call-line.tsx';
import { AwaitedLine, ConfirmLine } from './confirm-line.tsx';
import type { Held } from './held.ts';
import { useList } from './list-context.ts';
import { DutyRow } from './row.tsx';

/** So many of a group are seen at once. */
const SHOWN = 10;
/** So many calls and confirmations; more are one line, or the duties would lie below the fold. */
const OPEN_LINES = 3;

interface LinesProps {
  group: Group;
  count: number;
  /** What holds for all of them; empty: nothing does. */
  lead?: string;
  children: ComponentChildren;
}
const Lines = ({ group, count, lead = '', children }: LinesProps) => {
  const { isAll } = useList();
  const { id, note } = group;
  const title = isAll && id === 'confirm' ? '待确认' : group.title;
  if (count > OPEN_LINES)
    return (
      <details>
        <summary class="group">
          <h2>
            {title} {count}
          </h2>
        </summary>
        {lead !== '' && <p class="pane small">{lead}</p>}
        <ul>{children}</ul>
      </details>
    );
  return (
    <section>
      <h2 class="group">
        {title} {count}
        {note !== '' && <span class="more soft">{note}</span>}
      </h2>
      {lead !== '' && <p class="pane small">{lead}</p>}
      <ul>{children}</ul>
    </section>
  );
};

const Duties = ({ group, first }: { group: Group; first: TaskReply | undefined }) => {
  const { id, title, note, tasks } = group;
  const isOpen = useSignal(false);
  const seen = isOpen.value ? tasks : tasks.slice(0, SHOWN);
  const rest = tasks.length - seen.length;
  return (
    <section>
      <h2 class={`group${id === 'late' ? ' late' : ''}`}>
        {title} {tasks.length}
        {note !== '' && <span class="more soft">{note}</span>}
      </h2>
      <ul>
        {seen.map((task) => (
          <DutyRow key={keyOf(task)} task={task} isFirst={task === first} />
        ))}
      </ul>
      {rest > 0 && (
        <p class="row">
          <button
            type="button"
            class="btn wide"
            onClick={() => {
              isOpen.value = true;
            }}
          >
            展开其余{rest}件{id === 'late' ? '逾期' : ''}
          </button>
        </p>
      )}
    </section>
  );
};

/** All groups; the first duty's act is the one filled button. */
export const Groups = ({ held }: { held: Held }) => {
  const groups = held.groups.value;
  const first = firstToDo(groups.filter(({ id }) => id !== 'telephone' && id !== 'confirm'));
  return (
    <>
      {groups.map((group) => {
        const { id, tasks } = group;
        if (id === 'telephone') {
          const calls = callsOf(tasks);
          const saying = sharedSaying(calls);
          return (
            <Lines
              key={id}
              group={group}
              count={calls.length}
              lead={saying === undefined ? '' : `照此告知：${saying}`}
            >
              {calls.map((call) => (
                <CallLine key={call.key} call={call} isSaid={saying !== undefined} />
              ))}
            </Lines>
          );
        }
        if (id === 'confirm')
          return (
            <Lines key={id} group={group} count={tasks.length}>
              {tasks.map((task) => (
                <ConfirmLine key={keyOf(task)} task={task} />
              ))}
            </Lines>
          );
        return <Duties key={id} group={group} first={first} />;
      })}
    </>
  );
};

/** Nothing to be done about it, so it comes last, and folded. */
export const Awaited = () => {
  const tasks = useAwaited().value.body?.duties ?? [];
  if (tasks.length === 0) return null;
  return (
    <details>
      <summary class="group">
        <h2>等别人确认 {tasks.length}</h2>
      </summary>
      <ul>
        {tasks.map((task) => (
          <AwaitedLine key={keyOf(task)} task={task} />
        ))}
      </ul>
    </details>
  );
};
