import { useEffect } from 'preact/hooks';
import type { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { now } from '../../api/clock.ts';
import { learnNames, nameOf } from '../../api/names.ts';
import { nextStepOf } from '../../model/case/next-step.ts';
import { actLabel, actPath, questionOf } from '../../model/duties/act-label.ts';
import { confirmWords } from '../../model/duties/words.ts';
import { spoken } from '../../model/spoken.ts';
import { ClauseRef } from '../clause.tsx';
import { Answers } from '../duty-list/answers.tsx';
import { CallList } from '../duty-list/call-list.tsx';
import { LimitFacts, limitWords } from '../limit-sheet.tsx';
import { closeSheet, openSheet } from '../sheet.tsx';
import { Runs } from '../time.tsx';
import { Acts } from './acts.tsx';

const MainAct = ({ task }: { task: TaskReply }) => {
  useEffect(learnNames, []);
  const [command] = task.commands;
  // What has climbed to him is another's to do.
  if (task.kind === 'climbed') return task.call.length === 0 ? null : <Press call={task.call} />;
  if (command === undefined) return null;
  const question = questionOf(task);
  if (question !== undefined)
    return (
      <button
        type="button"
        class="btn main"
        aria-haspopup="dialog"
        onClick={() => openSheet(question, <Answers task={task} />)}
      >
        {question}
      </button>
    );
  return (
    <a class="btn main" href={actPath(task.case, command, task.secret, task)}>
      {task.kind === 'confirm' ? confirmWords(task).verb : actLabel(command, nameOf)}
      <span class="hide">：{spoken(task.text)}</span>
    </a>
  );
};

/** Those who have not done it, with their numbers. */
const Press = ({ call }: Pick<TaskReply, 'call'>) => (
  <button
    type="button"
    class="btn main"
    aria-haspopup="dialog"
    onClick={() => openSheet('督促办理', <CallList call={call} />)}
  >
    督促办理
  </button>
);

interface Props {
  found: CaseReply;
  tasks: readonly TaskReply[];
  acts: ActsReply | undefined;
}
/** 下一步: the only tinted block of the page. */
export const Next = ({ found, tasks, acts }: Props) => {
  const step = nextStepOf(found, tasks, now.value);
  const listActs = (): void =>
    openSheet('其他办理', <Acts found={found} acts={acts?.acts ?? []} onChosen={closeSheet} />);
  const clauses = step?.duty?.clauses ?? step?.task?.clauses ?? [];
  return (
    <section class="next" aria-labelledby="next">
      <h2 id="next">{step === undefined ? '没有待办的职责' : step.title}</h2>
      {step !== undefined && (
        <p class="line">
          <span class="time grow">
            <span class={step.tone}>
              <Runs runs={step.count} />
            </span>{' '}
            <span class="whole">{step.until}</span>
          </span>
          <ClauseRef
            clauses={clauses}
            of={spoken(step.duty?.name ?? step.task?.text ?? '')}
            limit={limitWords(step.duty?.limitText ?? step.task?.limitText ?? null)}
          >
            {step.duty !== undefined && <LimitFacts duty={step.duty} />}
          </ClauseRef>
        </p>
      )}
      {step !== undefined && step.otherwise !== '' && <p class="small">{step.otherwise}</p>}
      <p class="acts">
        {step?.task !== undefined && <MainAct task={step.task} />}
        {acts !== undefined && (
          <button type="button" class="btn" aria-haspopup="dialog" onClick={listActs}>
            其他办理
          </button>
        )}
      </p>
    </section>
  );
};
