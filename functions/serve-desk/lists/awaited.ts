import type { Actor } from '../../../shared/case/events.ts';
import type { CaseState } from '../../../shared/case/state.ts';
import type { Cases } from '../../../shared/records/cases.ts';
import type { Reading } from '../../../shared/rules/reading/cases.ts';
import { isEnteredBy } from '../../../shared/rules/tasks/task.ts';
import type { Task } from '../../../shared/rules/tasks/tasks-of.ts';

/** Whether the log has to say who entered something. */
const asksLog = ({ entered }: Task): boolean => entered !== undefined && entered.by === undefined;

/** Of these tasks of a case those that wait for another's word about what the reader has entered, told as he is told of them. */
export const createAwaitedAmong =
  (cases: Pick<Cases, 'log'>) =>
  async (reading: Reading, { caseId }: CaseState, tasks: readonly Task[]): Promise<Task[]> => {
    const log = tasks.some(asksLog) ? await cases.log(caseId) : [];
    const authorOf = ({ act }: Task): Actor | undefined => log.find(({ version }) => version === act)?.actor;
    return tasks
      .filter((task) => isEnteredBy(reading, task, authorOf(task)))
      .map((task) => ({ ...task, text: task.entered?.text ?? task.text }));
  };
